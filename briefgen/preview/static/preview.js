// The page follows its address and every save: it is fetched anew, and only the parts that changed are put in place.

import { afterSwap, beforeSwap, keepFrames, keepPictures, ready } from "./stage.js";
import { listenToKeys } from "./keys.js";
import "./take.js";

const said = document.querySelector("#spoken");
const shownParts = new Map();
let running = null;
let wanted = location.href;

for (const part of document.querySelectorAll("[data-part]")) shownParts.set(part.dataset.part, part.outerHTML);

export async function go(address, { push = true, reason = "" } = {}) {
  running?.abort();
  wanted = new URL(address, location.href).href;
  const mine = (running = new AbortController());
  document.body.classList.add("busy");
  try {
    const answer = await fetch(address, { signal: mine.signal });
    if (answer.status === 409) return void location.assign(address); // something is to be mended first
    if (!answer.ok) throw new Error(await answer.text());
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    await keepPictures(page);
    if (mine.signal.aborted) return;
    if (push) history.pushState(null, "", address);
    swap(page, reason);
  } catch (error) {
    if (error.name !== "AbortError") tell(`The preview does not answer: ${error.message}`, { loud: true });
  } finally {
    if (running === mine) document.body.classList.remove("busy");
  }
}

// The address that is shown, or that is on its way.
export function here() {
  return new URL(wanted);
}

export function tell(text, { loud = false } = {}) {
  said.textContent = "";
  said.classList.toggle("loud", loud);
  requestAnimationFrame(() => { said.textContent = text; });
  clearTimeout(tell.timer);
  if (loud) tell.timer = setTimeout(() => said.classList.remove("loud"), 5000);
}

function swap(page, reason) {
  const before = beforeSwap();
  const focused = document.activeElement;
  const pane = document.querySelector(".pane");
  const [paneAt, paneShown] = [pane?.scrollTop, document.querySelector(".panes [aria-current]")?.dataset.pane];
  document.title = page.title;
  for (const part of page.querySelectorAll("[data-part]")) {
    const name = part.dataset.part, old = document.querySelector(`[data-part="${name}"]`);
    if (!old || shownParts.get(name) === part.outerHTML) continue;
    shownParts.set(name, part.outerHTML);
    if (name === "memo") keepFrames(old, part);
    old.replaceWith(part);
  }
  if (document.querySelector(".panes [aria-current]")?.dataset.pane === paneShown) {
    const now = document.querySelector(".pane");
    if (now && paneAt) now.scrollTop = paneAt;
  }
  giveBackFocus(focused);
  const changed = afterSwap(before, reason);
  waitForWord();
  if (reason === "saved") tell(whatChanged(changed));
}

function whatChanged(changed) {
  const problem = document.querySelector(".problems .message");
  if (problem) return `Saved. ${document.querySelector(".problems h3").textContent.trim()} ${problem.textContent}`;
  return changed ? `Saved. ${changed} ${changed === 1 ? "place" : "places"} changed.` : "Saved. Nothing changed here.";
}

// What had the focus may be there anew; else it goes to the memo or the pane that it was in.
function giveBackFocus(focused) {
  if (!focused || focused.isConnected || focused === document.body) return;
  const names = ["pane", "look", "sentence", "finding"].filter((name) => focused.dataset?.[name]);
  const same = focused.id ? document.getElementById(focused.id)
    : names.map((name) => document.querySelector(`:is(#told, .bar) [data-${name}="${focused.dataset[name]}"]`))[0];
  const around = focused.closest(".column") ? ".scroller" : ".pane";
  (same && !focused.closest(".column") ? same : document.querySelector(around))?.focus({ preventScroll: true });
}

// Word files take LibreOffice some seconds; the page is there before them.
async function waitForWord() {
  const waiting = document.querySelector("[data-wait]:not([data-asked])");
  if (!waiting) return;
  waiting.dataset.asked = "yes";
  await fetch(waiting.dataset.wait);
  go(wanted, { push: wanted !== location.href, reason: "word" });
}

// What a link changes is changed in the address that is on its way, so that quick clicks lose nothing.
function changedBy(link) {
  const shown = new URLSearchParams(document.querySelector("#memo").dataset.choice);
  const asked = new URLSearchParams(link.getAttribute("href")), address = here();
  for (const name of new Set([...shown.keys(), ...asked.keys()])) {
    if (shown.get(name) === asked.get(name)) continue;
    if (asked.has(name)) address.searchParams.set(name, asked.get(name));
    else address.searchParams.delete(name);
  }
  return address.search || "?";
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(changedBy(link));
});

document.addEventListener("change", (event) => {
  const { form, name, value } = event.target;
  if (form?.id !== "choice") return;
  const address = here();
  address.searchParams.set(name, value);
  if (!value) address.searchParams.delete(name);
  if (name === "article") for (const pointed of ["at", "finding"]) address.searchParams.delete(pointed);
  go(address.search || "?");
});

addEventListener("popstate", () => go(location.href, { push: false }));

const events = new EventSource("events");
events.addEventListener("saved", () => go(wanted, { push: wanted !== location.href, reason: "saved" }));
events.onopen = () => {
  if (document.body.classList.contains("ended")) go(location.href, { push: false });
  document.body.classList.remove("ended");
};
events.onerror = () => {
  if (!document.body.classList.contains("ended")) tell("The preview has ended.");
  document.body.classList.add("ended");
};

ready();
waitForWord();
listenToKeys();
