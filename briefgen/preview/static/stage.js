// The memo itself: zoom, scrolling, what is pointed at, and what has just changed.

import { go, here } from "./preview.js";

const SHOWN_FOR = 2600; // milliseconds that a changed place is marked

export function ready() {
  zoomPages();
  restorePlaces();
  listenToFrames();
  markCurrentPage();
}

// Pictures that are new are loaded before they are shown, so that nothing flickers.
export async function keepPictures(page) {
  const pictures = [...page.querySelectorAll("img.print")];
  for (const one of pictures) sharpen(one, sharpness);
  const there = new Set([...document.querySelectorAll("img.print")].map((one) => one.srcset));
  const fresh = pictures.filter((one) => !there.has(one.srcset)).slice(0, 3);
  await Promise.all(fresh.map((one) => {
    const picture = new Image();
    picture.src = one.srcset;
    return picture.decode().catch(() => {});
  }));
}

// Frames and pictures that stay the same are moved over as they are.
export function keepFrames(old, fresh) {
  for (const picture of fresh.querySelectorAll("img")) {
    const same = [...old.querySelectorAll("img")].find((one) => one.getAttribute("src") === picture.getAttribute("src"));
    if (!same) continue;
    same.alt = picture.alt;
    picture.replaceWith(same);
  }
}

export function beforeSwap() {
  return { places: placesNow(), sentences: sentencesByPlace() };
}

export function afterSwap(before, reason) {
  zoomPages();
  putPlaces(before.places);
  listenToFrames();
  markCurrentPage();
  const changed = reason === "saved" ? markFresh(before.sentences) : 0;
  showChosen(reason);
  return changed;
}

function columns() {
  return [...document.querySelectorAll(".column")];
}

function scrollerOf(column) {
  const found = column.querySelector(".scroller");
  return found?.tagName === "IFRAME" ? found.contentDocument?.scrollingElement : found;
}

function placesNow() {
  return new Map(columns().map((one) => [one.dataset.place, scrollerOf(one)?.scrollTop ?? 0]));
}

function putPlaces(places) {
  for (const column of columns()) {
    const top = places.get(column.dataset.place);
    const frame = column.querySelector("iframe");
    if (frame) frame.addEventListener("load", () => { frame.contentDocument.scrollingElement.scrollTop = top ?? 0; });
    else if (top && scrollerOf(column)) scrollerOf(column).scrollTop = top;
  }
}

addEventListener("resize", () => zoomPages());
addEventListener("pagehide", () => sessionStorage.setItem("briefgen-places", JSON.stringify([...placesNow()])));

function restorePlaces() {
  putPlaces(new Map(JSON.parse(sessionStorage.getItem("briefgen-places") ?? "[]")));
}

// --- zoom ---

const SCALES = [1, 1.5, 2, 3, 4];
let sharpness = SCALES.find((one) => one >= devicePixelRatio) ?? SCALES.at(-1);
const zoom = () => document.querySelector("#zoom");

export function zoomPages() {
  const wanted = zoom().value;
  document.body.classList.toggle("zoomed", wanted !== "fit");
  const pictures = [...document.querySelectorAll("img.print")];
  for (const picture of pictures) {
    const width = Number(picture.getAttribute("width"));
    picture.closest(".sheet").style.inlineSize = wanted === "fit" ? "" : `${Math.round((width * wanted) / 100)}px`;
  }
  const widest = Math.max(0, ...pictures.map((one) => one.clientWidth / one.getAttribute("width")));
  if (widest) sharpness = SCALES.find((one) => one >= widest * devicePixelRatio) ?? SCALES.at(-1);
  for (const picture of pictures) sharpen(picture, sharpness);
}

// As many pixels as the page has on this screen, at this zoom.
function sharpen(picture, scale) {
  const source = picture.getAttribute("src").replace(/@[\d.]+\.png$/, `@${scale.toFixed(1)}.png`);
  if (picture.srcset !== source) picture.srcset = source;
}

export function zoomBy(steps) {
  const select = zoom(), options = [...select.options].map((one) => one.value);
  const now = select.value === "fit" ? "100" : select.value;
  const next = steps === 0 ? "fit" : options[Math.min(options.length - 1, Math.max(1, options.indexOf(now) + steps))];
  select.value = next;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("change", (event) => {
  if (event.target.id !== "zoom") return;
  const middle = new Map(columns().map((one) => [one, scrollerOf(one)]).filter(([, s]) => s)
    .map(([one, s]) => [one, s.scrollTop / Math.max(1, s.scrollHeight)]));
  zoomPages();
  for (const [column, part] of middle) scrollerOf(column).scrollTop = part * scrollerOf(column).scrollHeight;
  const address = here();
  address.searchParams.set("zoom", event.target.value);
  go(address.search);
});

// --- scrolling: two memos side by side go together, and the thumbnails follow ---

let leading = null;

document.addEventListener("scroll", (event) => {
  const column = event.target.closest?.(".column");
  if (!column || !event.target.classList.contains("scroller")) return;
  markCurrentPage(column);
  if (leading && leading !== event.target) return;
  leading = event.target;
  clearTimeout(leading.timer);
  leading.timer = setTimeout(() => { leading = null; }, 120);
  const part = leading.scrollTop / Math.max(1, leading.scrollHeight - leading.clientHeight);
  for (const other of columns().filter((one) => one !== column).map(scrollerOf)) {
    if (other) other.scrollTop = part * (other.scrollHeight - other.clientHeight);
  }
}, true);

function markCurrentPage(only) {
  for (const column of only ? [only] : columns()) {
    const top = column.querySelector(".scroller")?.getBoundingClientRect().top ?? 0;
    const sheets = [...column.querySelectorAll(".sheet")];
    const now = sheets.findLastIndex((one) => one.getBoundingClientRect().top - top < 120);
    column.querySelectorAll(".thumbnails a").forEach((link, number) => {
      if (number === Math.max(0, now)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-page]");
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.hash.slice(1))?.scrollIntoView({ block: "start" });
});

// --- what is pointed at, and what is new ---

function showChosen(reason) {
  if (reason === "saved" || reason === "word") return;
  for (const text of document.querySelectorAll(".source-text")) {
    const passage = text.querySelector("mark");
    if (passage) text.scrollTop = passage.offsetTop - text.offsetTop - 60;
  }
  const mark = document.querySelector(".marks .chosen");
  const scroller = mark?.closest(".scroller");
  if (!scroller) return;
  const spot = mark.getBoundingClientRect(), view = scroller.getBoundingClientRect();
  if (spot.top < view.top + 20 || spot.bottom > view.bottom - 20) {
    mark.scrollIntoView({ block: "center", inline: "nearest" });
  }
}

function sentencesByPlace() {
  return new Map(columns().map((one) => [one.dataset.place, new Set(keysIn(one))]));
}

function keysIn(column) {
  return [...column.querySelectorAll(".marks [data-sentence]")].map((one) => one.dataset.sentence);
}

function markFresh(before) {
  let count = 0;
  for (const column of columns()) {
    const known = before.get(column.dataset.place);
    if (!known?.size) continue;
    for (const mark of column.querySelectorAll(".marks [data-sentence]")) {
      if (known.has(mark.dataset.sentence)) continue;
      mark.classList.add("fresh");
      setTimeout(() => mark.classList.remove("fresh"), SHOWN_FOR);
      count += 1;
    }
  }
  return count;
}

// --- the memo as HTML: no script runs in its frame, so its clicks are heard from here ---

function listenToFrames() {
  for (const frame of document.querySelectorAll("iframe[data-words]:not([data-heard])")) {
    frame.dataset.heard = "yes";
    frame.addEventListener("load", () => frame.contentDocument.addEventListener("click", (event) => clicked(event, frame)));
  }
}

async function clicked(event, frame) {
  event.preventDefault();
  const words = sentenceAt(event, frame.contentDocument);
  if (!words) return;
  const answer = await fetch(frame.dataset.words + encodeURIComponent(words.slice(0, 600)));
  const { go: address } = answer.ok ? await answer.json() : {};
  if (address) go(address);
}

function sentenceAt(event, page) {
  const block = event.target.closest("tr, p, li, blockquote, dd, figcaption, h1, h2, h3");
  const spot = page.caretPositionFromPoint?.(event.clientX, event.clientY);
  const text = block?.textContent ?? "";
  if (!spot || !block.contains(spot.offsetNode) || block.tagName === "TR") return text.trim();
  const before = page.createRange();
  before.setStart(block, 0);
  before.setEnd(spot.offsetNode, spot.offset);
  const cut = new Intl.Segmenter(page.documentElement.lang, { granularity: "sentence" }).segment(text);
  return (cut.containing(Math.min(before.toString().length, text.length - 1))?.segment ?? text).trim();
}
