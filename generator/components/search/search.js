/* The search box: a combobox whose list is what the index finds, letter by letter. */

import { words } from "./analyser.js";
import { all, announcer, at, node, one, say, within } from "./page_parts.js";
import { Index } from "./search_index.js";

/** @import { Index as Content } from "./data.js" */
/** @import { Entry, Found, Piece, Term, Word } from "./types.js" */
/** @typedef {(word: string) => Term | null | undefined} Marked */

const LONG = 4; // letters of a word that is shown as the beginning of another; the last one is still being typed
const SETTLED = 500; // milliseconds without a letter, after which a count is said
const BEFORE = 40; // letters of a text before the first word that was found
const LENGTH = 150; // of what is shown of a text

/**
 * Make the dialog of a page search; resolves once the index is there. `root` is the top of the site.
 *
 * @param {Element} element
 * @param {URL} root
 */
export async function enhance(element, root) {
  const box = new Box(one(element, "dialog"), root);
  const response = await fetch(new URL("search.json", import.meta.url));
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  box.index = new Index(/** @type {Content} */ (await response.json()));
  box.show();
}

class Box {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {URL} root
   */
  constructor(dialog, root) {
    this.dialog = dialog;
    this.root = root;
    this.input = one(dialog, "input");
    this.list = one(dialog, "[data-results]");
    // Only this script makes a list to choose from of it: without it no reader is told of one.
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.list.dataset.results ?? "");
    this.start = one(dialog, "[data-start]");
    this.nothing = one(dialog, "[data-nothing]");
    this.announce = announcer(dialog);
    /** @type {Index | null} */
    this.index = null;
    /** @type {HTMLElement[]} */
    this.options = [];
    this.chosen = -1;
    this.pending = 0;
    for (const way of all(dialog, "[data-at]")) way.setAttribute("href", within(way.dataset.at ?? "", root));
    this.input.addEventListener("input", () => this.show());
    this.input.addEventListener("keydown", (event) => this.press(event));
    dialog.addEventListener("click", (event) => this.click(event));
    dialog.addEventListener("close", () => this.leave());
  }

  /** Show what is found for the text in the box; nothing while the index is on its way. */
  show() {
    const query = this.input.value.trim();
    const { index } = this;
    const { terms, pages } = index && query ? index.find(query) : { terms: [], pages: [] };
    /** @type {(word: string, term: Term) => boolean} */
    const begins = (word, term) => word.startsWith(term.word) && (term.word.length >= LONG || term === terms.at(-1));
    /** @type {Marked} */
    const marked = (word) =>
      terms.find((term) => word === term.word || index?.stem(word) === term.stem || begins(word, term));
    this.options = [];
    this.list.replaceChildren(...pages.map((found) => this.group(found, marked)));
    this.list.hidden = !this.options.length;
    this.list.scrollTop = 0;
    this.choose(-1);
    const empty = Boolean(index) && query !== "" && !this.options.length;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
    this.start.hidden = query !== "";
    this.nothing.hidden = !empty;
    this.tell(index ? query : "");
  }

  /**
   * Say how many there are, once the reader pauses.
   *
   * @param {string} query
   */
  tell(query) {
    clearTimeout(this.pending);
    const { one: single = "", many = "", none = "" } = this.dialog.dataset;
    const count = this.options.length;
    const sentence = count > 1 ? many : count ? single : none;
    this.pending = setTimeout(() => this.announce(query && say(sentence, { count, query })), query ? SETTLED : 0);
  }

  /**
   * @param {Found} found
   * @param {Marked} marked
   */
  group({ page, entries }, marked) {
    // How many words of the query stand in a text.
    const matches = (/** @type {string} */ text) => new Set(words(text).flatMap(({ word }) => marked(word) ?? [])).size;
    // The first part of a page says which page it is of, a row also of which part; and what is found by another name of
    // the guide's says by which. What readers look for may not be so: their words are not shown.
    const aside = (/** @type {Entry} */ { part, row, title, words: called, shown }, /** @type {boolean} */ first) => {
      const names = called.slice(0, shown);
      const other = names.find(
        (name) => matches(name) > matches(title) && matches(name) >= Math.max(...names.map(matches)),
      );
      return [...(part && first ? [page.title] : []), ...(part && row ? [part.title] : []), ...(other ? [other] : [])];
    };
    const links = entries.map((entry, place) => {
      const id = `search-option-${this.options.length}`;
      const link = node(
        "a",
        {
          class: "search__option",
          id,
          role: "option",
          "aria-selected": "false",
          tabindex: "-1",
          href: within(entry.at, this.root),
        },
        node("span", { class: "search__title" }, mark(entry.title, marked)),
        aside(entry, place === 0)
          .map((text) => [" ", node("span", { class: "search__aside" }, mark(text, marked))])
          .flat(),
        entry.text
          ? node("span", { class: "search__text" }, mark(excerpt(entry.text, entry.row ? () => null : marked), marked))
          : null,
      );
      if (entry.part && place > 0) link.classList.add("search__option--part");
      this.options.push(link);
      return link;
    });
    return node("div", { class: "search__group", role: "group", "aria-label": page.title }, links);
  }

  /**
   * Choose an option by its number; none by -1.
   *
   * @param {number} number
   */
  choose(number) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = number;
    const option = this.options[number];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing || event.altKey || event.metaKey || event.shiftKey) return;
    const last = this.options.length - 1;
    const to = {
      ArrowDown: this.chosen < last ? this.chosen + 1 : 0,
      ArrowUp: this.chosen > 0 ? this.chosen - 1 : last,
      // Within the text until something is chosen.
      Home: this.chosen < 0 ? null : 0,
      End: this.chosen < 0 ? null : last,
    }[event.key];
    if (event.key === "Enter") {
      event.preventDefault(); // the form would close the dialog
      this.options[Math.max(this.chosen, 0)]?.dispatchEvent(
        new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey }),
      );
    } else if (to !== undefined && to !== null && !event.ctrlKey && last >= 0) {
      event.preventDefault();
      this.choose(to);
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (event.target === this.dialog) this.dialog.close(); // beside it
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (at(event).closest("a") && plain) this.dialog.close(); // it may lead to a part of this very page
  }

  /** What was typed stays for the next time, selected, so that typing replaces it. */
  leave() {
    clearTimeout(this.pending);
    this.announce("");
    this.choose(-1);
    this.input.select();
  }
}

/**
 * The piece of a text in which most of what was found stands closest together, cut between words; else its beginning.
 *
 * @param {string} text
 * @param {Marked} marked
 */
function excerpt(text, marked) {
  const found = words(text);
  const hits = found.flatMap((word) => {
    const term = marked(word.word);
    return term ? [{ ...word, term }] : [];
  });
  const best = closest(hits);
  const first = found.find(({ from }) => !best || from >= best.from - BEFORE);
  const from = !first || first.from <= BEFORE ? 0 : first.from;
  if (text.length - from <= LENGTH) return (from ? "… " : "") + text.slice(from);
  const last = found.findLast(({ to }) => to <= from + LENGTH);
  return `${from ? "… " : ""}${text.slice(from, last && last.to > from ? last.to : from + LENGTH)} …`;
}

/**
 * The first word of the piece with the most terms: of equal ones the shortest, and then that with the longest word.
 *
 * @param {(Word & { term: Term })[]} hits
 */
function closest(hits) {
  const pieces = hits.map((hit, number) => {
    const terms = new Set();
    let end = hit.to;
    for (let next = number; next < hits.length && hits[next].to <= hit.from + LENGTH - BEFORE; next++) {
      if (!terms.has(hits[next].term)) end = hits[next].to;
      terms.add(hits[next].term);
    }
    return { hit, terms: terms.size, length: terms.size > 1 ? end - hit.from : 0 };
  });
  pieces.sort(
    (first, other) =>
      other.terms - first.terms ||
      first.length - other.length ||
      other.hit.term.word.length - first.hit.term.word.length,
  );
  return pieces[0]?.hit;
}

/**
 * A text as nodes, with the words that were found marked.
 *
 * @param {string} text
 * @param {Marked} marked
 */
function mark(text, marked) {
  /** @type {Piece[]} */
  const nodes = [];
  let done = 0;
  for (const { word, from, to } of words(text)) {
    if (!marked(word)) continue;
    nodes.push(text.slice(done, from), node("mark", {}, text.slice(from, to)));
    done = to;
  }
  return [...nodes, text.slice(done)];
}
