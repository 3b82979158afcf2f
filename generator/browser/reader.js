/* As whom the guide is read: chosen once, kept in the address, carried by every link, and changed anywhere. */

import { READER } from "./url_state.js";

/** @type {HTMLFormElement | null} */
const form = document.querySelector("[data-reader]");
const select = form?.querySelector("select");

/** The requesters that the reader is; none where the guide is read as anybody. */
const members = () => select?.selectedOptions[0]?.dataset.members?.split(" ").filter(Boolean) ?? [];

/** The one requester that the reader is; empty where it could be several. */
export function alone() {
  const [one, ...others] = members();
  return one && !others.length ? one : "";
}

/** What is only about others is put away, here and wherever a tool writes it. */
function speak() {
  const among = members();
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll("[data-who]");
  for (const part of parts) {
    const who = part.dataset.who?.split(" ") ?? [];
    part.hidden = among.length > 0 && !who.some((each) => among.includes(each));
  }
}

/** Take the reader from the address; one that this guide does not know is nobody. */
function restore() {
  if (!select) return;
  const named = new URLSearchParams(location.search).get(READER) ?? "";
  select.value = [...select.options].some(({ value }) => value === named) ? named : "";
  speak();
}

/** Write the reader into the address, beside what a tool keeps there. */
function keep() {
  const query = new URLSearchParams(location.search);
  query.delete(READER);
  if (select?.value) query.set(READER, select.value);
  const text = query.toString();
  history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash);
}

/**
 * A link to another page of the guide takes the reader along.
 *
 * @param {Event} event
 */
function carry({ target }) {
  const link = /** @type {HTMLAnchorElement?} */ (/** @type {Element} */ (target).closest?.("a[href]"));
  if (!link || link.origin !== location.origin || link.getAttribute("href")?.startsWith("#")) return;
  const address = new URL(link.href);
  address.searchParams.delete(READER);
  if (select?.value) address.searchParams.set(READER, select.value);
  if (address.href !== link.href) link.href = address.href;
}

if (form && select) {
  restore();
  form.removeAttribute("data-waits");
  form.addEventListener("submit", (event) => event.preventDefault());
  select.addEventListener("change", () => {
    keep();
    speak();
    dispatchEvent(new Event("reader"));
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", restore);
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, carry, true);
}
