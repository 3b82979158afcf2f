/* Words as people type them, and the stem that their forms share. */

import assert from "node:assert/strict";
import test from "node:test";

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

test("the forms of a Portuguese word share one stem", () => {
  const stem = stemmer("pt-BR");
  const families = [
    ["cobranca", "cobrancas", "cobrado", "cobrada", "cobrar"],
    ["atendimento", "atendimentos", "atender", "atendido"],
    ["avaliacao", "avaliacoes", "avaliar"],
    ["canal", "canais"],
  ];
  for (const family of families) assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join(" "));
});

test("the forms of an English word share one stem", () => {
  const stem = stemmer("en");
  for (const family of [
    ["repair", "repairs", "repaired", "repairing"],
    ["duty", "duties"],
    ["glass", "glasses"],
  ]) {
    assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join(" "));
  }
});

test("a short word keeps its letters, and so does one of a language that nothing is known of", () => {
  assert.equal(stemmer("pt-BR")("mes"), "mes");
  assert.equal(stemmer("fi")("talossa"), "talossa");
});
