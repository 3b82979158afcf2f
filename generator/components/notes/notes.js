/* Opens what a mark or a word of the glossary leads to beside it, from the notes of the page. */

import { node } from "./page_parts.js";

const EDGE = 8; // pixels that stay free between the box and the edge of the window

/** @type {HTMLElement | undefined} */
let box;

/**
 * The notes that a link is about; none where the page has not all of them.
 *
 * @param {HTMLElement} notes
 * @param {HTMLAnchorElement} link
 */
function about(notes, link) {
  const wanted = link.dataset.cites
    ? link.dataset.cites.split(" ").map((id) => `[data-noted="${CSS.escape(id)}"]`)
    : [`[data-term="${CSS.escape(decodeURIComponent(link.hash.slice(1)))}"]`];
  const found = wanted.map((each) => notes.querySelector(each));
  return found.includes(null) ? [] : /** @type {Element[]} */ (found);
}

/**
 * A note with the source that it stands under.
 *
 * @param {Element} note
 */
function shownNote(note) {
  const source = note.parentElement?.previousElementSibling;
  return node(
    "div",
    { class: "note-box__note" },
    node("p", {}, ...[...note.childNodes].map((each) => each.cloneNode(true))),
    source?.matches(".notes__source") ? source.cloneNode(true) : null,
  );
}

/**
 * Put the box below the link, or above where there is no room; always within the window.
 *
 * @param {HTMLElement} shown
 * @param {HTMLElement} link
 */
function place(shown, link) {
  const at = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  const widest = document.documentElement.clientWidth;
  const left = Math.max(EDGE, Math.min(at.left, widest - width - EDGE));
  const below = at.bottom + height + EDGE <= innerHeight || at.top < height + EDGE;
  shown.style.left = `${left + scrollX}px`;
  shown.style.top = `${(below ? at.bottom + 2 : at.top - height - 2) + scrollY}px`;
}

/**
 * Show the notes of a link; tells whether there were any.
 *
 * @param {HTMLAnchorElement} link
 */
export function open(link) {
  const notes = /** @type {HTMLElement?} */ (document.querySelector(".notes"));
  const found = notes ? about(notes, link) : [];
  if (!notes || !found.length) return false;
  box?.remove();
  const { close = "", factsTitle = "", termTitle = "" } = notes.dataset;
  const title = link.dataset.cites ? factsTitle : termTitle;
  const shut = node("button", { type: "button", class: "button button--small" }, close);
  const shown = node(
    "div",
    { class: "note-box", popover: "auto", role: "dialog", "aria-label": title, tabindex: "-1" },
    node("div", { class: "note-box__head" }, node("span", {}, title), shut),
    ...found.map(shownNote),
  );
  shut.addEventListener("click", () => shown.hidePopover());
  shown.addEventListener("toggle", ({ newState }) => {
    if (newState === "closed") {
      shown.remove();
      if (!document.activeElement || document.activeElement === document.body) link.focus();
    }
  });
  link.after(shown);
  box = shown;
  shown.showPopover();
  place(shown, link);
  shown.focus({ preventScroll: true });
  return true;
}
