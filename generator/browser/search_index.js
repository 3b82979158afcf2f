/* What a query finds: pages of the published index with their parts, the likeliest first. */

import lunr from "./lunr.js";
import { stemmer, words } from "./analyser.js";

/** @import { Clause, Index as Library } from "./lunr.js" */
/** @import { Index as Content, IndexPage, IndexPart } from "./data.js" */
/** @import { Entry, Found, Term } from "./types.js" */
/** @typedef {{ words: string, stems: string }} Name */
/** @typedef {(word: string, options: Clause) => void} Look */
/** @typedef {Entry & { searched?: string, named: boolean, counts: number, names: Name[] }} Searched */
/** @typedef {Entry & { name: string }} Case */

/** The shape of the index that is read here; publish/search.py writes it. */
export const VERSION = "3";

const MOST = 12; // words of a query that count
const PAGES = 8; // that are shown
const PARTS = 3; // of each page
const OPEN = 0.5; // what a part counts in which each line says that nothing is known

const FIELDS = { words: 6, title: 4, page: 2, text: 1 };
const EXACT = 12;
const STEM = 7;
const START = 3;
const SHORTEST = 4; // letters of a word that may be mistyped, or longer than what it is looked for

/**
 * What a word of the query is allowed to match, the closest first; a later one is asked where the earlier are silent.
 *
 * @type {((look: Look, term: Term & { forms: Iterable<string> }) => void)[]}
 */
const WAYS = [
  (look, { word, forms }) => {
    look(word, { boost: EXACT });
    for (const form of forms) look(form, { boost: STEM });
    look(word, { boost: START, wildcard: lunr.Query.wildcard.TRAILING });
  },
  (look, { word }) => {
    // Longer than any word of the guide, by an ending that nobody foresaw.
    for (let length = Math.max(SHORTEST, word.length - 3); length <= word.length; length++) {
      look(word.slice(0, length), { boost: length, wildcard: lunr.Query.wildcard.TRAILING });
    }
  },
  (look, { word }) => look(word, { editDistance: 1 }),
];

/** The index of a guide. */
export class Index {
  /** @param {Content} content */
  constructor(content) {
    if (content.version !== VERSION) throw new Error(`search.json is of version ${content.version}, not ${VERSION}`);
    this.stem = stemmer(content.plurals, content.endings);
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
        named: "words" in part, // a heading such as "Examples" stands on many pages, and names none
        names: [],
        counts: OPEN + (1 - OPEN) * (part.tells ?? 1),
      })),
    ]);
    this.cases = content.pages.flatMap((page) => (page.parts ?? []).flatMap((part) => cases(page, part)));
    for (const entry of this.entries) {
      entry.names = entry.named ? [entry.title, ...entry.words].map((name) => this.name(name)) : [];
    }
    /** @type {Map<string, Set<string>>} */
    this.forms = new Map(); // stem to the words of the guide that have it
    this.lunr = this.build();
  }

  /** @returns {Library} */
  build() {
    const builder = new lunr.Builder();
    builder.ref("id");
    for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
    builder.tokenizer = (text) => {
      // Once in each text: how often a long table repeats a word says nothing.
      const found = new Map(words(text).map(({ word }) => [word, new lunr.Token(word)]));
      for (const word of found.keys()) this.learn(word);
      return [...found.values()];
    };
    this.entries.forEach(({ page, part, title, text, searched = text, words: own }, id) => {
      builder.add({ id, words: own.join(" "), title, page: part ? page.title : "", text: searched });
    });
    return builder.build();
  }

  /** @param {string} word */
  learn(word) {
    const stem = this.stem(word);
    this.forms.set(stem, (this.forms.get(stem) ?? new Set()).add(word));
  }

  /**
   * The words of a text with their stems.
   *
   * @param {string} text
   * @returns {Term[]}
   */
  terms(text) {
    return words(text).map((found) => ({ ...found, stem: this.stem(found.word) }));
  }

  /**
   * @param {string} text
   * @returns {Name}
   */
  name(text) {
    const terms = this.terms(text);
    return { words: terms.map(({ word }) => word).join(" "), stems: terms.map(({ stem }) => stem).join(" ") };
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
    const typed = this.terms(text).slice(0, MOST);
    const terms = [...new Map(typed.map((term) => [term.word, term])).values()];
    if (!terms.length) return { terms, pages: [] };
    const asked = terms.map((term) => this.ask(term));
    const all = asked.reduce((sum, { weight }) => sum + weight, 0);
    const query = { words: typed.map(({ word }) => word).join(" "), stems: typed.map(({ stem }) => stem).join(" ") };

    /** @type {Map<IndexPage, { entry: Searched, score: number, each: number[], named: number }[]>} */
    const found = new Map();
    this.entries.forEach((entry, id) => {
      const each = asked.map(({ scores, weight }) => (scores.get(id) ?? 0) * weight * entry.counts);
      const named = Math.max(0, ...entry.names.map((name) => likeness(query, name))) * all;
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
      return { page, there, score, entries: good.map(({ entry }) => entry) };
    });
    const cited = this.cited(query.words);
    if (cited.length && this.isId(query.words)) return { terms, pages: cited };
    const others = pages.filter(({ page }) => !cited.some((one) => one.page === page));
    const whole = others.filter(({ there }) => there > 0.999);
    const rest = (whole.length ? whole : others).sort((one, other) => other.score - one.score);
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
   * @param {Term} term
   * @returns {{ scores: Map<number, number>, weight: number }}
   */
  ask(term) {
    for (const way of term.word.length < SHORTEST ? WAYS.slice(0, 1) : WAYS) {
      const forms = this.forms.get(term.stem) ?? [];
      const hits = this.lunr.query((query) => {
        /** @type {Look} */
        const look = (word, options) => query.term(word, { ...options, usePipeline: false });
        way(look, { ...term, forms });
      });
      if (!hits.length) continue;
      const most = hits[0].score;
      const scores = new Map(hits.map(({ ref, score }) => [Number(ref), 0.25 + (0.75 * score) / most]));
      return { scores, weight: Math.log(1 + this.entries.length / hits.length) };
    }
    return { scores: new Map(), weight: Math.log(1 + this.entries.length) };
  }
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
      return { page, part, row: true, at: `${page.at}#${anchor}`, title: named[at], text, words: [], name };
    });
  });
}

/**
 * How much a query is a name: wholly, in other forms of its words, or as its beginning.
 *
 * @param {Name} query
 * @param {Name} name
 */
function likeness(query, name) {
  if (query.words === name.words) return 3;
  if (query.stems === name.stems) return 2.8;
  const part = query.words.length / name.words.length;
  if (name.words.startsWith(query.words)) return 1.5 + part;
  if (` ${name.words}`.includes(` ${query.words}`)) return 0.5 + part;
  if (` ${query.stems} `.includes(` ${name.stems} `)) return name.stems.length / query.stems.length;
  return 0;
}
