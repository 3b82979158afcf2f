/* Wakes the tools of a page: each `data-component` is handed to the module of its name, with the published tables. */

import "./shell.js";

/** @import { Data } from "./data.js" */

/** @type {(element: ParentNode, selector: string) => NodeListOf<HTMLElement>} */
const all = (element, selector) => element.querySelectorAll(selector);

const tools = [...all(document, "[data-component]")];

/**
 * Show what a tool says when it cannot work; what stands in the page without it stays as it is.
 *
 * @param {Element} element
 * @param {unknown} error
 */
function fail(element, error) {
  for (const each of all(element, "[data-needs-script]")) each.hidden = true;
  for (const each of all(element, "[data-failed]")) each.hidden = false;
  console.warn(error);
}

/** @returns {Promise<Data>} */
async function load() {
  const [{ VERSION }, response] = await Promise.all([
    import("./decisions.js"),
    fetch(new URL("data.json", import.meta.url)),
  ]);
  if (!response.ok) throw new Error(`data.json: ${response.status}`);
  const data = await response.json();
  if (data.version !== VERSION) throw new Error(`data.json is of version ${data.version}, not ${VERSION}`);
  return data;
}

/**
 * @param {HTMLElement} element
 * @param {Promise<Data>} loading
 */
async function wake(element, loading) {
  try {
    const [{ enhance }, data] = await Promise.all([import(`./${element.dataset.component}.js`), loading]);
    // Addresses in the data are relative to the top of the site, wherever that lies.
    await enhance(element, data, { root: new URL("../../", import.meta.url) });
    for (const each of all(element, "[data-needs-script]")) each.hidden = true;
  } catch (error) {
    fail(element, error);
  }
}

if (tools.length) {
  const loading = load();
  loading.catch(() => {}); // each tool tells
  for (const element of tools) wake(element, loading);
}

/** Where a key is a letter; into a list or a box to tick nobody writes. */
const WRITTEN_INTO = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable]";

/**
 * The search stands on every page: all that it needs is fetched when somebody opens it.
 *
 * @param {Element} element
 */
function offer(element) {
  const dialog = /** @type {HTMLDialogElement} */ (element.querySelector("dialog"));
  /** @type {Promise<void> | undefined} */
  let enhanced;
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    enhanced ??= import("./search.js").then(({ enhance }) => enhance(element, new URL("../../", import.meta.url)));
    enhanced.catch((error) => fail(element, error));
  };
  element.querySelector("[data-open]")?.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const control =
      event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const target = /** @type {Partial<Element>} */ (event.target);
    if (!(plain || control) || target.closest?.(WRITTEN_INTO)) return;
    event.preventDefault();
    open();
  });
  element.removeAttribute("data-waits"); // its room was kept: nothing moves
}

for (const element of all(document, "[data-search]")) offer(element);

/** A mark or a word of the glossary opens what it leads to beside it; as a link it still leads there. */
document.addEventListener("click", (event) => {
  const { ctrlKey, metaKey, shiftKey, altKey, button } = event;
  const target = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLAnchorElement?} */ (target.closest("a[data-cites], a.term"));
  if (!link || button || ctrlKey || metaKey || shiftKey || altKey || !document.querySelector(".notes")) return;
  event.preventDefault();
  const follow = () => location.assign(link.href);
  import("./notes.js").then(({ open }) => open(link) || follow(), follow);
});
