/* What is read of a language: what a word is matched by, and which word of a guide was meant. */

import assert from "node:assert/strict";
import test from "node:test";
import lists from "./lists.json" with { type: "json" };

import { Language, meaning } from "./search_language.js";

const portuguese = new Language(lists["pt-BR"]);
/** @param {string} text */
const keys = (text) => meaning(portuguese.read(text)).map(({ key }) => key);
/**
 * @param {string} typed
 * @param {string[]} known
 */
const meant = (typed, ...known) => portuguese.meant(typed, new Map(known.map((word) => [word, 1])));

test("what denies a word marks it, in whichever words it is said", () => {
  const [[denied], [plain]] = [keys("não pago"), keys("pago")];
  assert.ok(denied !== plain);
  for (const said of ["nao pago", "sem pagar", "não vou pagar", "não quero pagar nada"]) {
    assert.equal(keys(said)[0], denied, said);
  }
});

test("what is denied ends with the sentence, and with its first word that means something", () => {
  assert.deepEqual(keys("Não. Pago"), keys("pago"));
  assert.deepEqual(keys("não pago boleto").slice(1), keys("boleto"));
});

test("words that mean little are left out, unless there are no others", () => {
  assert.deepEqual(keys("o que é o termo?"), keys("termo"));
  assert.equal(keys("o que é").length, 3);
});

test("a word with a slip is the one that was meant", () => {
  const slips = {
    consultria: "consultoria",
    cobransa: "cobranca",
    cobrnaca: "cobranca",
    presu: "preso",
    suporrte: "suporte",
    incosistensia: "inconsistencia",
    debugar: "debug",
    orario: "horario",
  };
  for (const [typed, word] of Object.entries(slips)) assert.equal(meant(typed, "outro", word), word);
});

test("a word that only looks alike is none", () => {
  for (const [typed, word] of [
    ["senha", "tenha"],
    ["contrato", "contradiz"],
    ["curso", "custo"],
    ["folha", "falha"],
    ["nota", "notas"],
    ["sla", "sal"],
  ]) {
    assert.equal(meant(typed, word), typed === "nota" ? word : null, typed);
  }
});

test("of two that are as near, the one that stands in more places was meant", () => {
  const known = new Map([
    ["porta", 2],
    ["portas", 9],
  ]);
  assert.equal(portuguese.meant("portax", known), "porta");
  assert.equal(portuguese.meant("portsa", known), "portas");
});
