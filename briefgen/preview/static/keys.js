// Single keys, for those who want them; they can be turned off, as WCAG 2.1.4 asks.

import { go, here } from "./preview.js";
import { zoomBy } from "./stage.js";

const dialog = document.querySelector("#keys");
const isOn = document.querySelector("#keys-on");
const press = (selector) => document.querySelector(selector)?.click();
const focus = (selector) => document.querySelector(selector)?.focus();

const ACTIONS = {
  1: () => press('[data-look="pdf"]'),
  2: () => press('[data-look="docx"]'),
  3: () => press('[data-look="html"]'),
  4: () => press('[data-look="txt"]'),
  5: () => press('[data-look="md"]'),
  "[": () => otherAudience(-1),
  "]": () => otherAudience(1),
  a: () => focus("#audience"),
  b: () => focus("#beside"),
  f: () => press('[data-pane="findings"]'),
  s: () => press('[data-pane="sources"]'),
  v: () => press('[data-pane="record"]'),
  n: () => otherFinding(1),
  p: () => otherFinding(-1),
  "+": () => zoomBy(1),
  "=": () => zoomBy(1),
  "-": () => zoomBy(-1),
  0: () => zoomBy(0),
  t: () => document.body.classList.toggle("no-thumbnails"),
  c: () => press("#copy"),
  d: () => press("#theme"),
  "?": () => dialog.showModal(),
  Escape: pointAtNothing,
};

export function listenToKeys() {
  isOn.checked = localStorage.getItem("briefgen-keys") !== "off";
  isOn.addEventListener("change", () => localStorage.setItem("briefgen-keys", isOn.checked ? "on" : "off"));
  document.querySelector("#help").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOn.checked && event.key !== "Escape") return;
    if (!Object.hasOwn(ACTIONS, event.key)) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
}

function otherAudience(step) {
  const select = document.querySelector("#audience");
  select.selectedIndex = (select.selectedIndex + step + select.options.length) % select.options.length;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function otherFinding(step) {
  const all = [...document.querySelectorAll("[data-finding]")];
  if (!all.length) return press('[data-pane="findings"]');
  const now = all.findIndex((one) => one.getAttribute("aria-expanded") === "true");
  const next = all[(now + step + all.length) % all.length];
  next.focus();
  if (all.indexOf(next) !== now) next.click();
}

function pointAtNothing() {
  const menu = document.querySelector("#take[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }
  const address = here();
  if (!address.searchParams.has("at") && !address.searchParams.has("finding")) return;
  address.searchParams.delete("at");
  address.searchParams.delete("finding");
  go(address.search || "?");
}
