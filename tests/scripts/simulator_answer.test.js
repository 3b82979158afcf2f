/* A charge held against the guide, over a guide of one modality: what is said, and no more than is known. */

import assert from "node:assert/strict";
import test from "node:test";

import { quote } from "./decisions.js";
import { readDecimal } from "./money.js";
import { check } from "./simulator_answer.js";
import { Teller } from "./teller.js";

/** @import { Data, Modality, Rule, RuleRow } from "./data.js" */
/** @import { Decimal } from "./types.js" */

const SIGNS = { decimal: ".", group: ",", currency: ["$"] };
const AMOUNTS = {
  at_least: "at least {amount}",
  check_same: "Same: {quantity} at {rate} is {amount}.",
  check_same_price: "Same price: {amount}.",
  check_above: "Above: {billed}, guide {amount}.",
  check_more: "More: {billed}, guide {amount}, by {difference}.",
  check_less: "Less: {billed}, guide {amount}, by {difference}.",
  check_units: "Units: {billed}, not {counted}.",
  minute_one: "{number} min",
  minute_many: "{number} min",
};
const REST = {
  checked: "Check",
  check_payer: "Payer: {party}.",
  check_none: "None: {state}.",
  check_no_charge: "No charge: {billed}, {state}.",
  check_rate: "Rate?",
  check_minutes: "Minutes?",
  check_open: "Open.",
  check_ask: "Ask them.",
  check_unknown_minimum: "A least?",
  check_unknown_increment: "A rounding?",
  check_unknown_both: "A least or a rounding?",
  inference: "inferred",
};

/**
 * @param {Partial<RuleRow>} [given]
 * @returns {RuleRow}
 */
const row = (given) => ({
  id: "row",
  when: {},
  then: "charged",
  payer: null,
  price: null,
  reason: "",
  facts: ["told"],
  ...given,
});

/**
 * @param {Partial<Rule>} given
 * @returns {Rule}
 */
const rule = (given) => ({
  name: "Rule",
  timed: true,
  unit: "minute",
  minimum: null,
  increment: 1,
  unknown: [],
  counting: [],
  countingFacts: [],
  rates: [],
  dimensions: [{ id: "requester", values: ["client", "partner"], codes: { client: "C", partner: "P" } }],
  rows: [row()],
  ...given,
});

/**
 * What is said of an amount that was billed, line by line.
 *
 * @param {Partial<Rule>} given
 * @param {string} billed
 * @param {{ known?: Record<string, string>, minutes?: number, rate?: string, ask?: Partial<Modality["ask"]> }} [case_]
 */
function checked(given, billed, { known = { requester: "client" }, minutes = 20, rate = "2.00", ask = {} } = {}) {
  const allowed = { state: "allowed", facts: [], note: "" };
  const modality = /** @type {Modality} */ (
    /** @type {unknown} */ ({
      code: "M",
      rule: "rule",
      access: { client: allowed, partner: allowed },
      ask: { rate: "", minimum: "", increment: "", ...ask },
      beforeCharge: [],
    })
  );
  const data = /** @type {Data} */ (
    /** @type {unknown} */ ({
      language: "en",
      currency: "USD",
      digits: 2,
      rounding: "half_up",
      date: "2026-11-02",
      rules: { rule: rule(given) },
      requesters: {
        client: { party: "client", billed: "client", billedFacts: ["concluded"] },
        partner: { party: "partner", billed: "house", billedFacts: ["told"] },
      },
      parties: { client: "the client", house: "the house" },
      states: { free: "No charge per service", charged: "Charged", waived: "Waived" },
      facts: { told: { name: "T", inferred: false }, concluded: { name: "C", inferred: true } },
      words: { simulator: { ...AMOUNTS, ...REST } },
    })
  );
  const teller = new Teller(data);
  const made = quote(data, modality, known);
  const read = (/** @type {string} */ text) => /** @type {Decimal} */ (readDecimal(text, SIGNS, SIGNS.currency));
  const bill = teller.billOf(modality, made, { minutes, rate: rate ? read(rate) : null });
  const { lines } = check(teller, modality, known, made, bill, read(billed));
  return lines.map(({ text, facts }) => (facts ? `${text} [${facts.join(" ")}]` : text));
}

test("an amount that agrees names the time and the rate on which that rests", () => {
  const [verdict] = checked({}, "40.00");
  assert.equal(verdict, "Same: 20 min at $2.00 is $40.00. [told concluded]");
});

test("where all of the counting is known, more is wrong", () => {
  const [verdict, , units] = checked({}, "50.00");
  assert.equal(verdict, "More: $50.00, guide $40.00, by $10.00. [told concluded]");
  assert.equal(units, "Units: 25 min, not 20 min.");
});

test("where a least quantity is not known, more is not called wrong, and whom to ask follows", () => {
  const given = { unknown: /** @type {Rule["unknown"]} */ (["minimum"]) };
  const ask = { minimum: "See: the Terms." };
  assert.deepEqual(checked(given, "50.00", { ask }).slice(0, 2), [
    "Above: $50.00, guide at least $40.00. [told concluded]",
    "A least? See: the Terms.",
  ]);
});

test("only what is not known is named, and each to be asked once", () => {
  /** @type {(unknown: Rule["unknown"], ask: Partial<Modality["ask"]>, minimum?: number) => string[]} */
  const said = (unknown, ask, minimum) =>
    checked({ unknown, ...(minimum ? { minimum } : {}) }, "90.00", { ask }).filter((line) => line.includes("?"));
  assert.deepEqual(said(["increment"], { minimum: "Never." }), ["A rounding? Ask them."]);
  assert.deepEqual(said(["minimum", "increment"], { minimum: "See A.", increment: "See A." }), [
    "A least or a rounding? See A.",
  ]);
  assert.deepEqual(said(["minimum", "increment"], { minimum: "See A.", increment: "See B." }), [
    "A least or a rounding? See A. See B.",
  ]);
  assert.deepEqual(said(["increment"], {}, 30), []); // within the least quantity no rounding has any say
});

test("less than the least that it can be is wrong, and nothing that is unknown explains it", () => {
  const lines = checked({ unknown: ["minimum", "increment"] }, "30.00");
  assert.equal(lines[0], "Less: $30.00, guide at least $40.00, by $10.00. [told concluded]");
  assert.ok(!lines.some((line) => line.includes("?")));
});

test("a fixed price agrees by itself, whatever the time", () => {
  const price = { value: "390.00", currency: null, tax: /** @type {"included"} */ ("included") };
  const given = { timed: false, unit: null, rows: [row({ price })] };
  assert.equal(checked(given, "390.00")[0], "Same price: $390.00. [told concluded]");
  assert.equal(checked(given, "400.00")[0], "More: $400.00, guide $390.00, by $10.00. [told concluded]");
});

test("of a case without a charge the guide says its own word, with what it rests on", () => {
  const given = { timed: false, unit: null, rows: [row({ then: "free", facts: ["concluded"] })] };
  assert.deepEqual(checked(given, "0"), ["None: No charge per service. [concluded]"]);
  assert.deepEqual(checked(given, "10.00"), ["No charge: $10.00, No charge per service. [concluded]"]);
});

test("who pays rests on the facts that say who is billed, straight after the amount", () => {
  assert.equal(checked({}, "40.00")[1], "Payer: the client. [concluded]");
  assert.equal(checked({}, "40.00", { known: { requester: "partner" } })[1], "Payer: the house. [told]");
  const payer = { rows: [row({ payer: "house" })] };
  assert.equal(checked(payer, "40.00")[1], "Payer: the house. [told]");
});

test("without minutes the guide asks for them, and without a rate it says whom to ask", () => {
  assert.equal(checked({}, "40.00", { minutes: 0 })[0], "Minutes? [told concluded]");
  assert.equal(checked({}, "40.00", { rate: "", ask: { rate: "See: A." } })[0], "Rate? See: A. [told concluded]");
  assert.equal(checked({}, "40.00", { rate: "" })[0], "Rate? [told concluded]");
});

test("while a case is open, each result is named once, and what holds for all comes last", () => {
  const rows = [
    row({ id: "ours", when: { requester: ["client"] }, then: "free" }),
    row({ id: "theirs", when: { requester: ["partner"] } }),
  ];
  const lines = checked({ rows, unknown: ["minimum"] }, "50.00", { known: {} });
  assert.deepEqual(lines, [
    "Open.",
    "No charge: $50.00, No charge per service. [told]",
    "Charged (the house): Above: $50.00, guide at least $40.00. [told]",
    "Units: 25 min, not 20 min.",
    "A least? Ask them.",
  ]);
});
