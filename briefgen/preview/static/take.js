// What is taken away: the memo as rich text; and what is asked for beside it: the checkers, the reason of a check.

import { tell } from "./preview.js";

document.addEventListener("click", (event) => {
  const menu = document.querySelector("#take");
  if (!event.target.closest("#take") || event.target.closest("#take a")) menu.open = false;
  if (event.target.closest("#copy")) copy(event.target.closest("#copy"));
  if (event.target.closest("#judge")) judge(event.target.closest("#judge"));
  const rule = event.target.closest("a[data-rule]");
  if (rule) {
    event.preventDefault();
    explain(rule.href);
  }
});

async function copy(button) {
  const [html, text] = await Promise.all([button.dataset.html, button.dataset.text].map((one) => fetch(one)));
  if (!html.ok || !text.ok) return tell(await (html.ok ? text : html).text(), { loud: true });
  const page = new DOMParser().parseFromString(withoutStyles(await html.text()), "text/html");
  const kinds = { "text/html": richText(page), "text/plain": await text.text() };
  const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    tell("Copied. Paste it into Word or Outlook.", { loud: true });
  } catch (error) {
    tell(`The browser does not let it be copied: ${error.message}`, { loud: true });
  }
}

// Word knows headings, lists and tables, and neither style sheets of its own kind nor drawings.
function richText(page) {
  for (const one of page.querySelectorAll(".drawing, .heard, [aria-hidden]")) one.remove();
  for (const table of page.querySelectorAll("table")) table.border = "1";
  const marking = page.querySelector("header .marking");
  return `${marking?.outerHTML ?? ""}${page.querySelector("main").innerHTML}`;
}

// The page's policy refuses style sheets even in a page that is only read.
function withoutStyles(html) {
  return html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/ style="[^"]*"/g, "");
}

async function judge(button) {
  const place = document.querySelector("#verdicts");
  button.disabled = true;
  place.textContent = "The checkers are reading …";
  const answer = await fetch(button.dataset.from);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...page.body.childNodes);
  button.disabled = false;
}

async function explain(address) {
  const answer = await fetch(address);
  const text = answer.ok ? await answer.text() : "This is no check but what reading or making the memo found.";
  document.querySelector("#rule-text").textContent = text;
  document.querySelector("#rule").showModal();
}
