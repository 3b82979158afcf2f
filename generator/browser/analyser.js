/* Words as people type them: without accents, in any number and form of a verb, and signs are only what parts them. */

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LONGEST = 40; // letters of a word that anybody searches by

/** @import { Word } from "./types.js" */
/** @typedef {{ ending: string, instead: string, least: number }} Ending */

/**
 * Give the words of a text with their places: { word, from, to }; a word is small and bare of accents.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]).slice(0, LONGEST),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/**
 * Write a text small and without accents: "Cobrança" and "cobranca" are one.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

const ENDING = /^(\.*)([^ ]+)(?: > (.*))?$/u; // `....ending > instead`: dots for the letters that are left at least
const LEAST = 3; // where there is no dot

/**
 * Return what gives the stem of a word, by the lists of its language: first a plural is cut, then an ending.
 *
 * The words of a text and of a query go the same way, so that it does no harm where what is left is no word.
 *
 * @param {string[]} plurals
 * @param {string[]} endings
 * @returns {(word: string) => string}
 */
export function stemmer(plurals, endings) {
  const first = read(plurals);
  const then = read(endings);
  return (word) => cut(cut(word, first), then);
}

/**
 * Read a list of endings, the longest first.
 *
 * @param {string[]} lines
 * @returns {Ending[]}
 */
function read(lines) {
  return lines
    .map((line) => {
      const [, left = "", ending = "", instead = ""] = ENDING.exec(fold(line)) ?? [];
      return { ending, instead, least: left.length || LEAST };
    })
    .sort((one, other) => other.ending.length - one.ending.length);
}

/**
 * @param {string} word
 * @param {Ending[]} among
 */
function cut(word, among) {
  const rule = among.find(({ ending, least }) => word.length >= ending.length + least && word.endsWith(ending));
  return rule ? word.slice(0, word.length - rule.ending.length) + rule.instead : word;
}
