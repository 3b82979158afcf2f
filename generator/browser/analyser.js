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

/*
 * What a language lays at the end of a word: first one of `plural`, then one of `endings`, the longest that fits.
 * Each is [ending, what stands in its place, how many letters must be left before it]. The words of a text and of a
 * query go the same way, so that it does no harm where what is left is no word.
 */
const few = 3;
const some = 4;
/** @type {Record<string, { plural: Ending[], endings: Ending[] }>} */
// prettier-ignore
const LANGUAGES = {
  pt: {
    plural: rules(
      ["coes", "cao"], ["oes", "ao"], ["aes", "ao"], ["ais", "al"], ["eis", "el"], ["ois", "ol"], ["uis", "ul"],
      ["ns", "m"], ["res", "r"], ["zes", "z"], ["s", ""],
    ),
    endings: rules(
      ["amento", ""], ["imento", ""], ["mente", "", some], ["idade", "", some],
      ["ancia", "", some], ["encia", "", some], ["anca", "", some], ["enca", "", some],
      ["acao", ""], ["icao", ""], ["ante", "", some], ["ente", "", some], ["avel", "", some], ["ivel", "", some],
      ["adora", "", some], ["ador", "", some], ["ando", ""], ["endo", ""], ["indo", ""],
      ["ado", "", some], ["ada", "", some], ["ido", "", some], ["ida", "", some],
      ["aria", "", some], ["aram", ""], ["eram", ""], ["iram", ""], ["avam", ""], ["ava", ""],
      ["avamo", ""], ["amo", ""], ["emo", ""], ["imo", "", some],
      ["ar", ""], ["er", ""], ["ir", ""], ["am", ""], ["em", ""], ["ei", ""], ["ou", ""],
      ["a", ""], ["e", "", 5], ["o", ""],
    ),
  },
  en: {
    plural: rules(["ies", "y"], ["sses", "ss"], ["ches", "ch"], ["shes", "sh"], ["xes", "x"], ["ss", "ss"], ["us", "us"], ["s", ""]),
    endings: rules(["ing", ""], ["ed", ""], ["e", ""], ["y", "i"]),
  },
};

/** @param {[ending: string, instead: string, least?: number][]} written */
function rules(...written) {
  return written
    .map(([ending, instead, least = few]) => ({ ending, instead, least }))
    .sort((one, other) => other.ending.length - one.ending.length);
}

/**
 * Return what gives the stem of a word in a language: the word itself where nothing is known of the language.
 *
 * @param {string} language
 * @returns {(word: string) => string}
 */
export function stemmer(language) {
  const { plural, endings } = LANGUAGES[language.split("-")[0]] ?? { plural: [], endings: [] };
  return (word) => cut(cut(word, plural), endings);
}

/**
 * @param {string} word
 * @param {Ending[]} among
 */
function cut(word, among) {
  const rule = among.find(({ ending, least }) => word.length >= ending.length + least && word.endsWith(ending));
  return rule ? word.slice(0, word.length - rule.ending.length) + rule.instead : word;
}
