/* A query and a text as the index reads them: which words mean little, which are denied, and what was mistyped. */

import { fold, stemmer, words } from "./analyser.js";

/** @import { IndexLanguage } from "./data.js" */
/** @import { Term } from "./types.js" */

/** What stands before the stem of a word that is denied: no word has it. */
export const DENIED = "!";

const APART = /[.,;:!?…·|]/u; // what ends the reach of a negation

const SHORTEST = 4; // letters of a word that may be mistyped
const SURE = 7; // that one strange letter leaves recognisable
const LONG = 10; // two
const BEGUN = 5; // that a word of the guide has at least to be taken for one that is typed longer
const LONGER = 3; // by so many letters at most

/** What is known of a language, from the lists that are published with an index. */
export class Language {
  /** @param {IndexLanguage} lists */
  constructor({ plurals, endings, stopwords, negations, alike }) {
    this.cut = stemmer(plurals, endings);
    /** @type {Map<string, string>} */
    this.stems = new Map(); // of the words that were read, for a text repeats them
    this.negations = new Set(negations.map(fold));
    this.stopwords = new Set([...stopwords.map(fold), ...this.negations]);
    this.alike = new Set(alike.map(fold).flatMap(pairs));
    this.silent = new Set(alike.map(fold).filter((line) => line.length === 1));
  }

  /**
   * The words of a text, each with its stem, what it is matched by, and whether it is one that means little.
   *
   * @param {string} text
   * @returns {Term[]}
   */
  read(text) {
    let denied = false;
    let last = 0;
    return words(text).map((found) => {
      if (APART.test(text.slice(last, found.from))) denied = false;
      last = found.to;
      const term = this.term({ ...found, little: this.stopwords.has(found.word), denied });
      denied = this.negations.has(found.word) || (denied && term.little);
      return term;
    });
  }

  /** @param {string} word */
  stem(word) {
    const known = this.stems.get(word) ?? this.cut(word);
    this.stems.set(word, known);
    return known;
  }

  /**
   * @param {Omit<Term, "stem" | "key">} read
   * @returns {Term}
   */
  term(read) {
    const stem = this.stem(read.word);
    return { ...read, stem, key: read.denied && !read.little ? DENIED + stem : stem };
  }

  /**
   * The word of a guide that somebody may have meant who typed one which it does not have; null where none is near.
   *
   * @param {string} typed
   * @param {Map<string, number>} known words with what each counts
   */
  meant(typed, known) {
    if (typed.length < SHORTEST) return null;
    const begun = (/** @type {string} */ word) =>
      word.length >= BEGUN &&
      typed.startsWith(word) &&
      typed.length - word.length <= LONGER &&
      !this.stopwords.has(word);
    const most = typed.length < LONG ? 1 : 2;
    const near = [...known].flatMap(([word, counts]) => {
      const slips = begun(word) ? 0.5 : this.slips(this.heard(typed), this.heard(word), most);
      return slips <= most ? [{ word, counts, slips }] : [];
    });
    near.sort((one, other) => one.slips - other.slips || other.counts - one.counts);
    return near[0]?.word ?? null;
  }

  /**
   * How many slips lie between two words: a letter too many, missing or mistaken for another, or two that changed places.
   *
   * Letters that nobody mistakes are two slips in a short word, where they make another one. Past `most` it is just more.
   *
   * @param {string} typed
   * @param {string} word
   * @param {number} most
   */
  slips(typed, word, most) {
    if (Math.abs(typed.length - word.length) > most || word.length < SHORTEST) return Infinity;
    if (!this.same(typed[0], word[0])) return Infinity;
    const strange = typed.length < SURE ? 2 : 1;
    /** @type {number[]} */
    let before = [];
    let row = [...Array(word.length + 1).keys()];
    for (let at = 1; at <= typed.length; at++) {
      const next = [at];
      for (let to = 1; to <= word.length; to++) {
        const [one, other] = [typed[at - 1], word[to - 1]];
        const change = one === other ? 0 : this.same(one, other) ? 1 : strange;
        next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + change);
        const turned = at > 1 && to > 1 && one === word[to - 2] && typed[at - 2] === other;
        if (turned) next[to] = Math.min(next[to], before[to - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[word.length];
  }

  /**
   * A word without a first letter that nobody hears.
   *
   * @param {string} word
   */
  heard(word) {
    return this.silent.has(word[0]) ? word.slice(1) : word;
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  same(one, other) {
    return one === other || this.alike.has(one + other);
  }
}

/**
 * Those words of a text that mean something; where none does, all.
 *
 * @param {Term[]} terms
 */
export function meaning(terms) {
  const found = terms.filter(({ little }) => !little);
  return found.length ? found : terms;
}

/**
 * Each two of some letters, in both directions.
 *
 * @param {string} letters
 */
function pairs(letters) {
  const each = [...letters].filter((letter) => letter.trim());
  return each.flatMap((one) => each.filter((other) => other !== one).map((other) => one + other));
}
