/* What a query finds: pages of the published index with their parts, the likeliest first. */

import lunr from "./lunr.js";
import { words } from "./analyser.js";
import { DENIED, Language, meaning } from "./search_language.js";

/** @import { Clause, Index as Library } from "./lunr.js" */
/** @import { Index as Content, IndexPage, IndexPart } from "./data.js" */
/** @import { Entry, Found, Term } from "./types.js" */
/** @typedef {{ words: string, keys: string[] }} Name */
/** @typedef {(word: string, options: Clause) => void} Look */
/** @typedef {Entry & { searched?: string, named: boolean, counts: number, names: Name[] }} Searched */
/** @typedef {Entry & { name: string }} Case */

/** The shape of the index that is read here; publish/search.py writes it. */
export const VERSION = "4";

const MOST = 12; // words of a query that count
const LAST = 0.5; // the weight of a page below which it comes after the others, unless it is looked for
const FULL = 2; // how like a name a query is that looks for what has the name
const KEPT = 0.5; // that keeps a page among those on which all the words stand
// What the names of a page or of a part count that stand in a query, where they are all of it.
const COVERED = { page: 1.6, part: 1.2 };
const NAMED = 10; // the places that one in a name counts for a word that may be meant
const PAGES = 8; // that are shown
const PARTS = 3; // of each page
const OPEN = 0.5; // what a part counts in which each line says that nothing is known

const FIELDS = { words: 6, title: 4, page: 2, text: 1 };
// What the word as it is typed, another form of it, or one that it begins counts.
const EXACT = 12;
const STEM = 7;
const START = 3;
const PLAIN = 0.2; // what a place counts for a word that is denied there not, and elsewhere is

/** The index of a guide. */
export class Index {
  /** @param {Content} content */
  constructor(content) {
    if (content.version !== VERSION) throw new Error(`search.json is of version ${content.version}, not ${VERSION}`);
    this.language = new Language(content.language);
    this.pages = content.pages;
    /** @type {Searched[]} */
    this.entries = content.pages.flatMap((page) => [
      {
        page,
        part: null,
        at: page.at,
        title: page.title,
        text: page.text,
        words: page.words ?? [],
        shown: page.names ?? 0,
        named: true,
        names: [],
        counts: 1,
      },
      ...(page.parts ?? []).map((part) => ({
        page,
        part,
        at: `${page.at}#${part.at}`,
        title: part.title,
        text: line([part.text, ...rows(part).flatMap(({ cells, named }) => [...labelled(part, cells), ...named])]),
        // What the cells are is the same on many pages: it is shown, but not searched.
        searched: [part.text, ...rows(part).flatMap(({ cells, named }) => [...cells, ...named])].join(" "),
        words: part.words ?? [],
        shown: part.names ?? 0,
        named: "words" in part, // a heading such as "Examples" stands on many pages, and names none
        names: [],
        counts: OPEN + (1 - OPEN) * (part.tells ?? 1),
      })),
    ]);
    this.cases = content.pages.flatMap((page) => (page.parts ?? []).flatMap((part) => cases(page, part)));
    for (const entry of this.entries) {
      entry.names = entry.named ? [entry.title, ...entry.words].map((name) => nameOf(this.language.read(name))) : [];
    }
    /** @type {Map<string, Set<string>>} */
    this.forms = new Map(); // stem to the words of the guide that have it
    /** @type {Map<string, number>} */
    this.known = new Map(); // each word of the guide to the number of its places, more of them where it is in a name
    this.lunr = this.build();
  }

  /** @returns {Library} */
  build() {
    const builder = new lunr.Builder();
    builder.ref("id");
    for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
    builder.tokenizer = (text, { fields: [field] }) => {
      const terms = this.language.read(text);
      for (const each of new Set(terms.map(({ word }) => word))) this.learn(each, field === "text" ? 1 : NAMED);
      // A name that denies a word is none by that word; a text is about it all the same.
      const both = field !== "words";
      const found = terms.flatMap(({ word, stem, key }) => (key === stem ? [word] : both ? [word, key] : [key]));
      // Once in each text: how often a long table repeats a word says nothing.
      return [...new Set(found)].map((word) => new lunr.Token(word));
    };
    this.entries.forEach(({ page, part, title, text, searched = text, words: own }, id) => {
      builder.add({ id, words: own.join(" "), title, page: part ? page.title : "", text: searched });
    });
    return builder.build();
  }

  /**
   * @param {string} word
   * @param {number} places
   */
  learn(word, places) {
    const stem = this.stem(word);
    this.forms.set(stem, (this.forms.get(stem) ?? new Set()).add(word));
    this.known.set(word, (this.known.get(word) ?? 0) + places);
  }

  /** @param {string} word */
  stem(word) {
    return this.language.stem(word);
  }

  /**
   * A word of a query, or that of the guide which was meant by it.
   *
   * @param {Term} term
   * @returns {Term}
   */
  meant(term) {
    if (term.little || this.forms.has(term.stem) || this.begins(term.word)) return term;
    const word = this.language.meant(term.word, this.known);
    return word ? this.language.term({ ...term, word }) : term;
  }

  /** @param {string} typed */
  begins(typed) {
    return [...this.known.keys()].some((word) => word.startsWith(typed));
  }

  /**
   * Find what a query means.
   *
   * Gives { terms, pages }: the query's words with their stems, and [{ page, entries }] with those entries of a page
   * that fit best. A page on which all the words stand comes before one with some of them.
   *
   * @param {string} text
   * @returns {{ terms: Term[], pages: Found[] }}
   */
  find(text) {
    const read = this.language.read(text);
    const typed = read.map((term) => this.meant(term));
    const meant = meaning(typed).slice(0, MOST);
    const terms = [...new Map(meant.map((term) => [term.key, term])).values()];
    if (!terms.length) return { terms, pages: [] };
    const asked = terms.map((term) => this.ask(term));
    const all = asked.reduce((sum, { weight }) => sum + weight, 0);
    const query = nameOf(typed.slice(0, 2 * MOST));
    const weights = new Map(terms.map(({ key }, at) => [key, asked[at].weight / all]));

    /** @type {Map<IndexPage, { entry: Searched, score: number, each: number[], named: number }[]>} */
    const found = new Map();
    this.entries.forEach((entry, id) => {
      const each = asked.map(({ scores, weight }) => (scores.get(id) ?? 0) * weight * entry.counts);
      const like = Math.max(0, ...entry.names.map((name) => likeness(query, name)));
      const covered = (entry.part ? COVERED.part : COVERED.page) * coverage(entry.names, weights);
      const named = Math.max(like, covered) * all;
      const score = named + each.reduce((sum, one) => sum + one, 0);
      if (score > 0) {
        const hits = found.get(entry.page) ?? [];
        hits.push({ entry, score, each, named });
        found.set(entry.page, hits);
      }
    });
    const pages = [...found].map(([page, hits]) => {
      hits.sort((one, other) => other.score - one.score);
      const best = asked.map((_, at) => Math.max(...hits.map(({ each }) => each[at])));
      const there = asked.reduce((sum, { weight }, at) => sum + (best[at] > 0 ? weight : 0), 0) / all || 0;
      const together = best.reduce((sum, one) => sum + one, 0);
      const most = Math.max(...hits.map(({ score, named }) => score - named));
      const named = Math.max(...hits.map((hit) => hit.named));
      const score = (0.7 * most + 0.3 * together) * there ** 2 * (page.weight ?? 1) + named;
      const good = hits.filter((hit, at) => at < PARTS && hit.score > 0.4 * most);
      return { page, there, score, named, entries: good.map(({ entry }) => entry) };
    });
    const id = nameOf(read).words;
    const cited = this.cited(id);
    if (cited.length && this.isId(id)) return { terms: read, pages: cited };
    const others = pages.filter(({ page }) => !cited.some((one) => one.page === page));
    const whole = others.some(({ page, there }) => there > 0.999 && !isLast(page));
    const rest = whole ? others.filter(({ there, named }) => there > 0.999 || named >= KEPT * all) : others;
    const behind = (/** @type {(typeof rest)[number]} */ { page, named }) => Number(isLast(page) && named < FULL * all);
    rest.sort((one, other) => behind(one) - behind(other) || other.score - one.score);
    return { terms, pages: [...cited, ...rest].slice(0, PAGES) };
  }

  /**
   * Whether a query is the id of a row and nothing else; one word may be a word of the language too.
   *
   * @param {string} query
   */
  isId(query) {
    return query.includes(" ") && this.cases.some(({ name }) => name === query);
  }

  /**
   * The rows of things, such as cases, whose ids stand in a query, or begin with it where it leaves few to mean.
   *
   * @param {string} query
   * @returns {Found[]}
   */
  cited(query) {
    const named = this.cases.filter(({ name }) => ` ${query} `.includes(` ${name} `));
    const begun = query.includes(" ") ? this.cases.filter(({ name }) => name.startsWith(query)) : [];
    const found = named.length ? named : begun;
    if (found.length > PARTS) return [];
    return [...new Set(found.map(({ page }) => page))].map((page) => ({
      page,
      entries: found.filter((each) => each.page === page),
    }));
  }

  /**
   * Where one word stands: { scores } from 0 to 1 by entry, and the { weight } that the word has in a query.
   *
   * One that is denied stands where it is denied as well; elsewhere it counts little, unless it is denied nowhere.
   *
   * @param {Term} term
   * @returns {{ scores: Map<number, number>, weight: number }}
   */
  ask({ word, stem, key }) {
    const plain = this.look((look) => {
      look(word, { boost: EXACT });
      for (const form of this.forms.get(stem) ?? []) look(form, { boost: STEM });
      look(word, { boost: START, wildcard: lunr.Query.wildcard.TRAILING });
    });
    const denied = key === stem ? new Map() : shares(this.look((look) => look(key, {})));
    const least = denied.size ? PLAIN : 1;
    const scores = new Map([...shares(plain)].map(([id, share]) => [id, least * share]));
    for (const [id, share] of denied) scores.set(id, share);
    return { scores, weight: Math.log(1 + this.entries.length / (denied.size || plain.length || 1)) };
  }

  /** @param {(look: Look) => void} way */
  look(way) {
    return this.lunr.query((query) => way((word, options) => query.term(word, { ...options, usePipeline: false })));
  }
}

/**
 * What lunr found: entry to a share of the best, and a quarter for being found at all.
 *
 * @param {{ ref: string, score: number }[]} hits
 * @returns {Map<number, number>}
 */
function shares(hits) {
  return new Map(hits.map(({ ref, score }) => [Number(ref), 0.25 + (0.75 * score) / hits[0].score]));
}

/**
 * The rows of a part: { cells, named, anchors }, what is named as it reads.
 *
 * @param {IndexPart} part
 */
function rows({ table }) {
  return (table?.rows ?? []).map(({ cells, named = {} }) => ({
    cells,
    named: Object.values(named),
    anchors: Object.keys(named),
  }));
}

/**
 * Pieces in one line, as the index has them: a sentence that ends needs no sign behind it.
 *
 * @param {string[]} pieces
 */
function line(pieces) {
  return pieces
    .filter(Boolean)
    .join(" · ")
    .replace(/([.:;,!?…]) · /gu, "$1 ");
}

/**
 * The cells of a row, each with what it is.
 *
 * @param {IndexPart} part
 * @param {string[]} cells
 */
function labelled({ table }, cells) {
  return cells.map((cell, at) => (table?.heads[at] ? `${table.heads[at]}: ${cell}` : cell));
}

/**
 * The things that have anchors of their own in the rows of a part, as entries: each tells its row, the result first.
 *
 * @param {IndexPage} page
 * @param {IndexPart} part
 * @returns {Case[]}
 */
function cases(page, part) {
  return rows(part).flatMap(({ cells, named, anchors }) => {
    const told = labelled(part, cells);
    const text = line([...told.slice(part.table?.first), ...told.slice(0, part.table?.first)]);
    return anchors.map((anchor, at) => {
      const name = words(anchor)
        .map(({ word }) => word)
        .join(" ");
      return { page, part, row: true, at: `${page.at}#${anchor}`, title: named[at], text, words: [], shown: 0, name };
    });
  });
}

/**
 * A name as a query is compared with it: its words as they stand, and what those are matched by that mean something.
 *
 * @param {Term[]} terms
 * @returns {Name}
 */
function nameOf(terms) {
  return { words: terms.map(({ word }) => word).join(" "), keys: meaning(terms).map(({ key }) => key) };
}

/**
 * How much a query is a name: wholly, in other forms of its words, as its beginning or as some of it.
 *
 * @param {Name} query
 * @param {Name} name
 */
function likeness(query, name) {
  if (query.words === name.words) return 3;
  if (query.keys.join(" ") === name.keys.join(" ")) return 2.8;
  const part = query.words.length / name.words.length;
  if (name.words.startsWith(query.words)) return 1.5 + part;
  if (query.keys.some((key) => name.keys.includes(DENIED + key))) return 0;
  if (` ${name.words}`.includes(` ${query.words}`)) return 0.5 + part;
  if (query.keys.every((key) => name.keys.includes(key))) return 0.5 + query.keys.length / name.keys.length;
  return 0;
}

/**
 * How much of a query the names are, up to 1, that stand in it as a whole.
 *
 * @param {Name[]} names
 * @param {Map<string, number>} weights what each word counts in the query: all of them, 1
 */
function coverage(names, weights) {
  const there = names.filter(({ keys }) => keys.every((key) => weights.has(key)));
  const covered = new Set(there.flatMap(({ keys }) => keys));
  return [...covered].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
}

/**
 * Whether a page only repeats what others say.
 *
 * @param {IndexPage} page
 */
function isLast(page) {
  return (page.weight ?? 1) < LAST;
}
