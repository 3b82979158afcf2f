/* Words as people type them, and the stem that their forms share. */

import assert from "node:assert/strict";
import test from "node:test";
import lists from "./lists.json" with { type: "json" };

import { fold, stemmer, words } from "./analyser.js";

test("accents and capitals make no other word", () => {
  assert.equal(fold("Cobrança"), "cobranca");
  assert.equal(fold("ÀÉÎÕÜ"), "aeiou");
});

test("a word is found with the place where it stands in the text", () => {
  assert.deepEqual(words("É só 1 dia!"), [
    { word: "e", from: 0, to: 1 },
    { word: "so", from: 2, to: 4 },
    { word: "1", from: 5, to: 6 },
    { word: "dia", from: 7, to: 10 },
  ]);
});

test("no word is longer than anybody would type", () => {
  assert.equal(words("a".repeat(100))[0].word.length, 40);
});

test("a plural is cut off first, then an ending", () => {
  const stem = stemmer(["oes > ao", "s"], ["ar", "acao", "a"]);
  assert.deepEqual(["avaliacoes", "avaliar", "portas"].map(stem), ["avali", "avali", "port"]);
});

test("the forms of a word of each language share one stem by its own lists", () => {
  const families = {
    "pt-BR": [
      ["cobranca", "cobrancas", "cobrado", "cobrada", "cobrar"],
      ["atendimento", "atendimentos", "atender", "atendido"],
      ["avaliacao", "avaliacoes", "avaliar"],
      ["canal", "canais"],
    ],
    en: [
      ["repair", "repairs", "repaired", "repairing"],
      ["duty", "duties"],
      ["glass", "glasses"],
    ],
  };
  for (const [language, related] of Object.entries(families)) {
    const stem = stemmer(lists[language].plurals, lists[language].endings);
    for (const family of related) {
      assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join(" "));
    }
  }
});

test("the longest ending is cut, whichever stands first, and its accents do not count", () => {
  assert.equal(stemmer([], ["o", "ação", "ao"])("avaliacao"), "avali");
});

test("a short word keeps its letters: three, or as many as an ending has dots", () => {
  const stem = stemmer(["s"], [".....e"]);
  assert.deepEqual(["mes", "meses", "nome", "cliente"].map(stem), ["mes", "mese", "nome", "client"]);
});

test("a language that nothing is listed of keeps its words", () => {
  assert.equal(stemmer([], [])("talossa"), "talossa");
});
