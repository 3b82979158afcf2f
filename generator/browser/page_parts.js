/* What tools are made of: nodes whose text is only ever text, sentences, citations as on every page, and copying. */

/** @import { Data, Icon, Modality, Words } from "./data.js" */
/** @import { Announce, Attributes, Content } from "./types.js" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The one element that a selector finds, which the page always has.
 *
 * @template {string} Selector
 * @param {ParentNode} place
 * @param {Selector} selector
 * @returns {Selector extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Selector] : HTMLElement}
 */
export function one(place, selector) {
  const found = place.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {any} */ (found);
}

/**
 * Every element that a selector finds.
 *
 * @template {string} Selector
 * @param {ParentNode} place
 * @param {Selector} selector
 * @returns {(Selector extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Selector] : HTMLElement)[]}
 */
export function all(place, selector) {
  return /** @type {any} */ ([...place.querySelectorAll(selector)]);
}

/**
 * Where an event happened.
 *
 * @param {Event} event
 */
export function at({ target }) {
  return /** @type {HTMLElement} */ (target);
}

/**
 * Make an element; `children` are nodes or texts, what is null or empty is left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {Content[]} children
 */
export function node(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Make an element of a drawing.
 *
 * @param {keyof SVGElementTagNameMap} tag
 * @param {Attributes} attributes
 * @param {Content[]} children
 */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} Made
 * @param {Made} made
 * @param {Attributes} attributes
 * @param {Content[]} children
 */
function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  const pieces = children.flat().filter((each) => each !== null && each !== "");
  made.append(.../** @type {(Node | string)[]} */ (pieces));
  return made;
}

/**
 * Fill the holes of a sentence.
 *
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export function say(sentence, values = {}) {
  return sentence.replace(/\{([\w:]+)\}/g, (hole, name) => String(values[name] ?? hole));
}

/**
 * Plain spaces where the page has those that do not break: pasted text is then found.
 *
 * @param {string} text
 */
export const spaced = (text) => text.replace(/[\u00a0\u202f]/g, " ");

/**
 * Return what says a text to who listens instead of looking, in the one `data-announce` of a tool.
 *
 * The same text twice is said twice. Where focus moves, moving it is the announcement already.
 *
 * @param {Element} element
 * @returns {(text: string) => void}
 */
export function announcer(element) {
  const region = /** @type {Element} */ (element.querySelector("[data-announce]"));
  let pending = 0;
  return (text) => {
    region.textContent = "";
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      region.textContent = text;
    });
  };
}

/**
 * A way to a modality: its sign and its name, as all pages show it; with a comma where `more` of them follow.
 *
 * @param {Modality} modality
 * @param {Record<string, Icon>} icons
 * @param {string} href
 */
export function signed(modality, icons, href, more = false) {
  const icon = modality.icon && icons[modality.icon];
  const mark = icon
    ? shape("svg", { viewBox: icon.box, focusable: "false" }, ...icon.paths.map((d) => shape("path", { d })))
    : modality.code;
  return node(
    "a",
    { class: more ? "signed signed--more" : "signed", href },
    node("span", { class: "sign", "aria-hidden": "true" }, mark),
    node("span", { class: "signed__name" }, modality.name),
  );
}

/**
 * The address of a page of the guide as seen from any other: without the host, which a printed page would spell out.
 *
 * @param {string} href
 * @param {URL} root
 */
export function within(href, root) {
  const { pathname, hash } = new URL(href, root);
  return pathname + hash;
}

/**
 * A part that comes second, as the fold component writes it: named with what lies in it.
 *
 * @param {string} title
 * @param {string} hint
 * @param {Content[]} content
 */
export function fold(title, hint, ...content) {
  const head = node("summary", { class: "fold__head" }, node("h3", {}, title));
  if (hint) head.append(node("span", { class: "fold__hint" }, hint));
  return node("details", { class: "fold" }, head, node("div", { class: "fold__body" }, ...content));
}

/**
 * Put nodes into a place; what a reader had unfolded there stays so.
 *
 * @param {Element} place
 * @param {Content[]} content
 */
export function replace(place, content) {
  const name = (/** @type {Element} */ each) => each.querySelector("summary > :first-child")?.textContent;
  const open = all(place, "details.fold[open]").map(name);
  place.replaceChildren();
  fill(place, {}, content);
  for (const each of all(place, "details.fold")) each.toggleAttribute("open", open.includes(name(each)));
}

/**
 * The mark of the facts behind a statement, as the citation component writes it.
 *
 * @param {Data} data
 * @param {URL} root
 * @param {string[]} facts
 */
export function citation(data, root, facts) {
  if (!facts.length) return null;
  const { source, sources, why, inference } = data.words.shared;
  const inferred = facts.filter((id) => data.facts[id].inferred);
  const names = facts.map((id) => data.facts[id].name).join(", ");
  const known = facts.length > 1 ? sources : source;
  const word = inferred.length ? inference : facts.every((id) => data.facts[id].unknown) ? why : known;
  return node(
    "a",
    {
      class: inferred.length ? "citation citation--inferred" : "citation",
      "data-cites": facts.join(" "),
      href: within(data.facts[inferred[0] ?? facts[0]].href, root),
    },
    word,
    node("span", { class: "visually-hidden" }, `: ${names}`),
  );
}

/**
 * Copy a text; where the browser does not let a page do that, show it selected in `place`. Tells whether it did.
 *
 * @param {string} text
 * @param {Element} place
 */
async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = node("textarea", { class: "copied", rows: 8, readonly: true }, text);
    place.replaceChildren(field);
    field.focus();
    field.select();
    return false;
  }
}

/**
 * A button that copies what `text` gives, and says so once.
 *
 * @param {string} label
 * @param {Words["shared"]} words
 * @param {() => string} text
 * @param {Announce} announce
 */
export function copyButton(label, words, text, announce) {
  const told = node("span", { class: "copy__told" });
  const place = node("div", { class: "copy__place" });
  const button = node("button", { type: "button", class: "button" }, label);
  button.addEventListener("click", async () => {
    place.replaceChildren();
    const done = await copy(spaced(text()), place);
    told.textContent = done ? words.copied : words.copy_by_hand;
    announce(told.textContent);
  });
  return node("div", { class: "copy" }, button, " ", told, place);
}
