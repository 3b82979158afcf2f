/* The shell around every page: theme, reader, menu, contents and wide boxes. Without it each still works, or is not shown. */

import { READER } from "./url_state.js";

const root = document.documentElement;

const KEPT = "guide-theme";

/** @returns {string} */
const chosen = () => root.dataset.theme ?? "system";

/**
 * Hold a page, and the frame that a browser draws around it, to a theme, or leave both to the system.
 *
 * @param {string | null} theme
 */
function hold(theme) {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const each of document.querySelectorAll("meta[name=theme-color]")) {
    const { dataset } = /** @type {HTMLMetaElement} */ (each);
    const held = dataset.scheme === root.dataset.theme ? "all" : "not all";
    each.setAttribute("media", root.dataset.theme ? held : `(prefers-color-scheme: ${dataset.scheme})`);
  }
}

/**
 * Light or dark as the reader chose in any tab; else, and without this script, as the system has it. From there the
 * first press gives what is not seen yet, and the third leads back.
 *
 * @param {HTMLElement} button
 */
function switchTheme(button) {
  const night = matchMedia("(prefers-color-scheme: dark)");
  const next = () => {
    const round = night.matches ? ["system", "light", "dark"] : ["system", "dark", "light"];
    return round[(round.indexOf(chosen()) + 1) % round.length];
  };
  const tell = () => {
    const name = `${button.getAttribute(`data-${chosen()}`)}. ${button.getAttribute(`data-to-${next()}`)}`;
    button.setAttribute("aria-label", name);
    button.title = name;
  };
  button.addEventListener("click", () => {
    hold(next());
    try {
      if (root.dataset.theme) localStorage.setItem(KEPT, root.dataset.theme);
      else localStorage.removeItem(KEPT);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
    tell();
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEPT && key !== null) return;
    hold(newValue);
    tell();
  });
  night.addEventListener("change", tell);
  hold(root.dataset.theme ?? null);
  tell();
  button.removeAttribute("data-waits");
}

/**
 * The browser opens and closes the menu; this leads the focus, and lets no open menu cover what has it.
 *
 * @param {HTMLElement} menu
 */
function leadMenu(menu) {
  /** @type {NodeListOf<HTMLElement>} */
  const [opener, closer] = document.querySelectorAll(`[popovertarget="${menu.id}"]`);
  const hide = () => menu.matches(":popover-open") && menu.hidePopover();
  opener.setAttribute("aria-expanded", "false");
  menu.addEventListener("toggle", ({ newState }) => {
    opener.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "open") closer.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    const goal = /** @type {Node?} */ (relatedTarget);
    if (goal && goal !== opener && !menu.contains(goal)) hide();
  });
  menu.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("a")?.hash) hide();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", hide); // the column of a wide screen is no popover
}

/**
 * Marks in the table of contents which part of the page is being read.
 *
 * @param {Element} contents
 */
function followContents(contents) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  let waits = false;
  const follow = () => {
    waits = false;
    const line = innerHeight / 3;
    // A heading in what is folded stands nowhere.
    const passed = [...links.keys()].filter(
      (part) => part.checkVisibility() && part.getBoundingClientRect().top < line,
    );
    for (const [part, link] of links) {
      if (part === passed.at(-1)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const soon = () => {
    if (!waits) requestAnimationFrame(follow);
    waits = true;
  };
  addEventListener("scroll", soon, { passive: true });
  // Where it ends counts, and what moves without being scrolled: a part that is folded, or shown to another reader.
  addEventListener("scrollend", follow);
  new ResizeObserver(soon).observe(document.body);
}

/**
 * A box that can be scrolled is reached by keyboard; one that shows all it has is no stop on the way.
 *
 * @param {NodeListOf<HTMLElement>} boxes
 */
function watchBoxes(boxes) {
  const watcher = new ResizeObserver((entries) => {
    const changed = entries.map(({ target }) => /** @type {HTMLElement} */ (target.closest("[data-box]")));
    for (const box of new Set(changed)) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });
  for (const box of boxes) {
    box.dataset.box = "";
    watcher.observe(box);
    for (const content of box.children) watcher.observe(content);
  }
}

/** What is folded opens when a link leads to it, or into it. */
function unfold() {
  const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folds = [];
  for (let fold = goal?.closest("details"); fold; fold = fold.parentElement?.closest("details")) folds.push(fold);
  for (const fold of folds) fold.open = true;
  if (folds.length) goal?.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

/** On paper a page tells where it was: the address that it was read at, with what was chosen on it. */
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("[data-address]")) each.textContent = location.href;
});

/** @type {(selector: string) => NodeListOf<HTMLElement>} */
const all = (selector) => document.querySelectorAll(selector);

for (const each of all("[data-theme-switch]")) switchTheme(each);
for (const each of all(".menu[popover]")) leadMenu(each);
for (const each of all(".contents")) followContents(each);
watchBoxes(all('.guide section[tabindex="0"], .guide pre[tabindex="0"]'));

// As whom the guide is read: chosen once, kept in the address, carried by every link, and changed anywhere.

/** @type {HTMLElement | null} */
const form = document.querySelector("[data-reader]");
const select = form?.querySelector("select");

/** The requesters that the reader is; none where the guide is read as anybody. */
export const members = () => select?.selectedOptions[0]?.dataset.members?.split(" ").filter(Boolean) ?? [];

/** The one requester that the reader is; empty where it could be several. */
export function alone() {
  const [one, ...others] = members();
  return one && !others.length ? one : "";
}

/** Several requesters that the reader can be, and what they are called together; none where it is one, or anybody. */
export function group() {
  const among = members();
  return among.length > 1 ? { name: select?.selectedOptions[0].text ?? "", members: among } : { name: "", members: [] };
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
  if ("reads" in link.dataset) return; // it names another
  const address = new URL(link.href);
  address.searchParams.delete(READER);
  if (select?.value) address.searchParams.set(READER, select.value);
  if (address.href !== link.href) link.href = address.href;
}

if (form && select) {
  restore();
  form.removeAttribute("data-waits");
  select.addEventListener("change", () => {
    keep();
    speak();
    dispatchEvent(new Event("reader"));
  });
  addEventListener("popstate", restore);
  addEventListener("pageshow", restore);
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, carry, true);
}

/** What the parts of a table are, told for where its rows look like blocks: not every browser takes those for a table. */
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };

for (const table of document.querySelectorAll(".guide table")) {
  for (const [tag, role] of Object.entries(ROLES)) {
    for (const each of [table, ...table.querySelectorAll(tag)]) if (each.matches(tag)) each.setAttribute("role", role);
  }
  for (const each of table.querySelectorAll("th")) {
    each.setAttribute("role", each.scope === "col" ? "columnheader" : "rowheader");
  }
}
