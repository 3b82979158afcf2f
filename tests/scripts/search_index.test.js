/* What a query finds in a small index, the likeliest first. */

import assert from "node:assert/strict";
import test from "node:test";
import lists from "./lists.json" with { type: "json" };

import { Index, VERSION } from "./search_index.js";

const index = new Index({
  version: VERSION,
  language: lists["pt-BR"],
  pages: [
    { at: "custos/", title: "Custos", text: "Quanto custa cada atendimento, e quem paga.", words: ["preço"] },
    { at: "fontes/", title: "Fontes", text: "Atendimento: quanto custa cada atendimento.", weight: 0.25 },
    { at: "ajuda/", title: "Ajuda", text: "Tiramos dúvidas.", words: ["não cobra"] },
    { at: "plantao/", title: "Plantão", text: "Um atendimento à noite. A cobrança é por hora." },
    {
      at: "casos/",
      title: "Casos",
      text: "Todos os casos.",
      parts: [
        {
          at: "tabela",
          title: "Tabela",
          text: "",
          table: {
            heads: ["Quem pede", "Resultado"],
            first: 1,
            rows: [{ cells: ["Cliente", "Pago"], named: { "pla-cli": "PLA-CLI" } }],
          },
        },
      ],
    },
  ],
});
/** @param {string} query */
const found = (query) => index.find(query).pages.map(({ page }) => page.at);

test("a page is found by its title, without accents and in capitals too", () => {
  assert.equal(found("plantao")[0], "plantao/");
  assert.equal(found("PLANTÃO")[0], "plantao/");
});

test("a page is found by another name that readers look for it by", () => {
  assert.equal(found("preço")[0], "custos/");
});

test("another form of a word finds it", () => {
  assert.equal(found("cobrado")[0], "plantao/");
  assert.deepEqual(found("pagou").toSorted(), ["casos/", "custos/"]); // they say "paga" and "pago"
});

test("a word that is still being typed finds what it begins", () => {
  assert.equal(found("plan")[0], "plantao/");
});

test("a letter that was mistyped does no harm", () => {
  assert.equal(found("plamtao")[0], "plantao/");
  assert.equal(found("cobransa")[0], "plantao/");
});

test("a word that is denied stands where it is denied, and else where it stands", () => {
  assert.deepEqual(found("não cobra"), ["ajuda/", "plantao/"]);
  assert.equal(found("sem nenhuma cobrança")[0], "ajuda/");
  assert.equal(found("cobra")[0], "plantao/");
  assert.equal(found("sem plantão")[0], "plantao/");
});

test("a whole question is found by the words that mean something", () => {
  assert.deepEqual(found("como é que eu faço com o plantão?"), ["plantao/"]);
  assert.deepEqual(found("como"), []);
});

test("a page whose name stands in the query comes before those that only have its words", () => {
  assert.equal(found("preço do atendimento")[0], "custos/");
});

test("a page that repeats what others say comes last, unless it is looked for", () => {
  assert.deepEqual(found("atendimento").at(-1), "fontes/");
  assert.equal(found("fontes")[0], "fontes/");
});

test("pages on which all the words stand keep the others out", () => {
  assert.deepEqual(found("atendimento noite"), ["plantao/"]);
});

test("the id of a case leads to its row, which tells the result first", () => {
  const [{ page, entries }] = index.find("PLA-CLI").pages;
  assert.equal(page.at, "casos/");
  assert.deepEqual(entries.map(({ at, text }) => [at, text]), [["casos/#pla-cli", "Resultado: Pago · Quem pede: Cliente"]]); // prettier-ignore
});

test("nothing is found for nothing, nor for what stands nowhere", () => {
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("xyzzyx"), []);
});

test("an index of another shape is refused, never misread", () => {
  assert.throws(() => new Index({ version: "0", language: lists.en, pages: [] }), /version 0, not/);
});
