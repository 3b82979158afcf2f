/* A charge held against the guide, over a guide of one modality: what is said, and no more than is known. */

import assert from "node:assert/strict";
import test from "node:test";

import { judge } from "./bill_answer.js";
import { quote } from "./decisions.js";
import { readDecimal } from "./money.js";
import { Teller } from "./teller.js";

/** @import { Data, Modality, Rule, RuleRow } from "./data.js" */
/** @import { Line } from "./types.js" */

const SIGNS = { decimal: ".", group: ",", currency: ["$"] };
const SHARED = {
  at_least: "at least {amount}",
  by_count: "{amount} as counted",
  minute_one: "{number} min",
  minute_many: "{number} min",
  waived: "You do not pay.",
  waived_nobody: "Nobody pays.",
  free: "Free.",
  unknown: "Nobody knows.",
  you_pay: "You pay.",
  you_pay_amount: "You pay {amount}.",
  party_pays: "{party} pays.",
  party_pays_amount: "{party} pays {amount}.",
  brief_waived: "nobody pays",
  brief_free: "free",
  brief_you_pay: "you pay",
  brief_party_pays: "{party} pays",
  open: "Open: {number}.",
  open_else: "{result} if {values}; else {other}.",
  open_by: "By {dimension}: {results}.",
  open_by_more: "By {dimension} and more: {results}.",
  worked: "Worked {quantity}.",
  billed: "Billed {quantity}.",
  product: "{units} x {rate} = {exact}",
  no_minimum: "No least.",
  no_rounding_minute: "No rounding.",
  no_increment_minute: "No rounding above it.",
  rate_own: "Your rate: {rate}.",
  rate_dated: "The rate on {date}: {rate}.",
  rate_none: "No rate.",
  tax_own: "Tax?",
  tax_included: "with tax",
  tax_excluded: "plus tax",
  tax_unknown: "tax unknown",
  with: "If {dimension} is {values}:",
  requester: "Who asks",
  outcome: "Outcome",
  inference: "inferred",
};
const BILL = {
  no_charge: "Wrong: nothing is charged.",
  not_foreseen: "Nothing is foreseen.",
  nothing: "Nothing was billed, {amount} is.",
  none: "Right: nothing is charged.",
  same: "Same: {quantity} at {rate} is {amount}.",
  same_price: "Same price: {amount}.",
  more: "More by {difference}.",
  less: "Less by {difference}.",
  slight: "Nearly.",
  differs: "Differs, not known: {parts}.",
  part_minimum: "a least",
  part_increment: "a rounding",
  part_tax: "taxes",
  differs_tax: "Differs, taxes?",
  differs_added: "Differs, before taxes.",
  rests: "Rests on {values}.",
  compared: "{billed} beside {amount}.",
  units: "{billed}, not {counted}.",
  payer: "Payer: {party}.",
  answer_ticket: "Answer.",
  ask_ticket: "Ask.",
  ask_then: "Else ask.",
  send_ticket: "Send.",
  send_then: "Else send.",
  look: "Look {at}: {parts}.",
  more_decimals: "More decimals?",
  give_total: "Total?",
  give_minutes: "Minutes?",
  give_rate: "Rate?",
  give_value: "Choose {dimension}.",
  no_price: "No price.",
  before: "Before: {names}.",
  pay_check: "Agreed?",
  message_billed: "I got {amount} {modality:of}.",
  message_billed_time: "I got {amount} ({quantity}) {modality:of}.",
  message_no_charge: "I read: {reason}.",
  message_waived_inferred: "I understand, waived: {reason}.",
  message_free_inferred: "I understand, free: {reason}.",
  message_count: "I count {quantity} at {rate}: {amount}.",
  message_minimum: "A least?",
  message_increment: "A rounding?",
  message_tax: "With taxes?",
  message_added: "How much tax?",
  message_minutes: "Minutes, please.",
  message_rate: "Rate, please.",
  message_open: "I need {dimension}.",
  message_payer: "I read that {party} pays.",
  message_check: "Check it.",
  message_how: "How?",
  message_tell: "Tell me.",
  count: "Count",
  change: "Change",
  unknown: "Unknown",
  unknown_minimum: "least",
  unknown_increment: "rounding",
  unknown_tax: "taxes",
  unknown_rate: "rate",
};

/**
 * @param {Partial<RuleRow>} [given]
 * @returns {RuleRow}
 */
const row = (given) => ({
  id: "row-of-the-rule",
  when: {},
  then: "charged",
  payer: null,
  price: null,
  reason: "Because.",
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

const CONTACT = { text: "Ask the desk.", facts: [] };
const TERMS = { text: "See: the Terms.", at: "in the Terms", facts: [] };

/**
 * A rule that knows its rate.
 *
 * @param {"included" | "excluded" | "unknown"} tax
 */
const rated = (tax) => ({
  rates: [{ value: "2.00", currency: null, digits: 2, tax, from: "2026-01-01", to: null }],
});

/**
 * What is said of an amount that was billed.
 *
 * @param {Partial<Rule>} given
 * @param {string} billed
 * @param {{ known?: Record<string, string>, minutes?: number, rate?: string, ask?: Partial<Modality["ask"]>, before?: string[] }} [case_]
 */
function judged(
  given,
  billed,
  { known = { requester: "client" }, minutes = 20, rate = "2.00", ask = {}, before = [] } = {},
) {
  const allowed = { state: "allowed", facts: [], note: "" };
  const modality = /** @type {Modality} */ (
    /** @type {unknown} */ ({
      name: "Help",
      of: "for help",
      code: "M",
      rule: "rule",
      access: { client: allowed, partner: allowed },
      ask: { rate: null, minimum: null, increment: null, tax: null, ...ask },
      contact: CONTACT,
      beforeCharge: before,
      prevails: false,
    })
  );
  const data = /** @type {Data} */ (
    /** @type {unknown} */ ({
      language: "en",
      currency: "USD",
      digits: 2,
      rounding: "half_up",
      date: "2026-11-02",
      title: "The Guide",
      rules: { rule: rule(given) },
      outcomes: {
        known: { name: "Known", doubts: [] },
        new: { name: "New", doubts: [{ text: "When?", facts: ["told"] }] },
      },
      requesters: {
        client: { name: "Client", party: "client", billed: "client", billedFacts: ["concluded"] },
        partner: { name: "Partner", party: "partner", billed: "house", billedFacts: ["told"] },
      },
      parties: { client: "the client", house: "the house" },
      facts: { told: { name: "T", inferred: false }, concluded: { name: "C", inferred: true } },
      words: { simulator: SHARED, bill: BILL },
    })
  );
  const teller = new Teller(data);
  const read = (/** @type {string} */ text) => {
    const { problem, digits, scale } = readDecimal(text, SIGNS, SIGNS.currency);
    return problem ? null : { digits, scale };
  };
  const typed = { minutes: minutes || null, rate: read(rate), billed: read(billed) };
  const made = judge(teller, modality, known, quote(data, modality, known), typed);
  const tell = (/** @type {Line} */ { text, facts }) => (facts?.length ? `${text} [${facts.join(" ")}]` : text);
  return { ...made, lines: made.lines.map(tell), next: made.next.map(tell) };
}

test("an amount that agrees names what that rests on, and asks nothing of anybody", () => {
  const { tone, title, lines, message } = judged({}, "40.00");
  assert.deepEqual([tone, title, message], ["free", "Same: 20 min at $2.00 is $40.00.", ""]);
  assert.deepEqual(lines, [
    "Rests on Help; Client; 20 min; $2.00.",
    "Because. [told]",
    "Payer: the client. [concluded]",
  ]);
});

test("where all of the counting and of the taxes is known, more is wrong", () => {
  const { tone, title, lines, message } = judged(rated("included"), "50.00", { rate: "" });
  assert.deepEqual([tone, title], ["not_offered", "More by $10.00."]);
  assert.equal(lines[0], "$50.00 beside $40.00. 25 min, not 20 min.");
  assert.equal(message, "I got $50.00 (20 min) for help. I count 20 min at $2.00: $40.00. How?");
});

test("where taxes are not known, or come on top, more is not called wrong, and less is", () => {
  const desk = { text: "Ask: the desk.", at: "", facts: ["told"] };
  const { tone, title, next, message } = judged({}, "50.00", { ask: { tax: desk } });
  assert.deepEqual([tone, title, next], ["conditional", "Differs, taxes?", ["Send.", "Ask: the desk. [told]"]]);
  assert.ok(message.endsWith("With taxes? How?"));
  assert.equal(judged({}, "30.00").title, "Less by $10.00.");
  const added = judged(rated("excluded"), "50.00", { rate: "" });
  assert.deepEqual([added.title, added.next], ["Differs, before taxes.", ["Ask."]]);
  assert.ok(added.message.endsWith("How much tax? How?"));
});

test("a difference that the decimals of a typed rate make is not held against anybody", () => {
  const { tone, title, next, message } = judged({}, "40.10");
  assert.deepEqual([tone, title, next, message], ["conditional", "Nearly.", ["More decimals?"], ""]);
  assert.equal(judged({}, "40.11").title, "Differs, taxes?");
  assert.equal(judged({}, "40.10", { rate: "2.000" }).title, "Differs, taxes?");
  assert.equal(judged(rated("included"), "40.10", { rate: "" }).title, "More by $0.10.");
});

test("where a least quantity is not known, more is not called wrong, and whom to ask follows", () => {
  const given = { unknown: /** @type {Rule["unknown"]} */ (["minimum"]) };
  const { tone, title, lines, next, message } = judged(given, "50.00", { ask: { minimum: TERMS } });
  assert.deepEqual(
    [tone, title, lines[0]],
    ["conditional", "Differs, not known: a least or taxes.", "$50.00 beside at least $40.00. 25 min, not 20 min."],
  );
  assert.deepEqual(next, ["Look in the Terms: a least.", "Else ask."]);
  assert.ok(message.endsWith("A least? With taxes? How?"));
});

test("only what is not known is named, where to look stands before whom to ask, and each stands once", () => {
  /** @type {(unknown: Rule["unknown"], ask: Partial<Modality["ask"]>, minimum?: number) => string[]} */
  const said = (unknown, ask, minimum) => {
    const given = { ...rated("included"), unknown, ...(minimum ? { minimum } : {}) };
    const { title, next } = judged(given, "90.00", { ask, rate: "" });
    return [title, ...next];
  };
  const desk = { text: "Ask: the desk.", at: "", facts: [] };
  const both = "Differs, not known: a least or a rounding.";
  assert.deepEqual(said(["increment"], { minimum: TERMS }), ["Differs, not known: a rounding.", "Ask."]);
  assert.deepEqual(said(["minimum", "increment"], { minimum: TERMS, increment: TERMS }), [
    both,
    "Look in the Terms: a least, a rounding.",
    "Else ask.",
  ]);
  assert.deepEqual(said(["minimum", "increment"], { minimum: desk, increment: TERMS }), [
    both,
    "Look in the Terms: a rounding.",
    "Else send.",
    "Ask: the desk.",
  ]);
  assert.equal(said(["increment"], {}, 30)[0], "More by $30.00."); // within the least quantity no rounding has any say
});

test("less is explained by how time is rounded alone: a least quantity that nobody knows makes no charge smaller", () => {
  const { tone, title, lines, message } = judged({ unknown: ["minimum", "increment"] }, "30.00");
  assert.deepEqual([tone, title], ["conditional", "Differs, not known: a rounding."]);
  const least = judged({ unknown: ["minimum"] }, "30.00");
  assert.equal(least.title, "Less by $10.00.");
  assert.ok(least.lines[0].startsWith("$30.00 beside at least $40.00."));
  assert.ok(lines[0].startsWith("$30.00 beside $40.00.")); // which rounding may make less
  assert.ok(!message.includes("least"));
});

test("a fixed price agrees by itself, whatever the time", () => {
  const price = { value: "390.00", currency: null, tax: /** @type {"included"} */ ("included") };
  const given = { timed: false, unit: null, rows: [row({ price })] };
  assert.equal(judged(given, "390.00").title, "Same price: $390.00.");
  assert.equal(judged(given, "400.00").title, "More by $10.00.");
});

test("a charge in a case without one is wrong, with the reason and a message that gives it", () => {
  const given = { timed: false, unit: null, rows: [row({ then: "free", facts: ["concluded"] })] };
  const { tone, title, said, lines, message } = judged(given, "10.00");
  assert.deepEqual([tone, title, said], ["conditional", "Nothing is foreseen.", "Nothing is foreseen. (inferred)"]);
  assert.equal(lines.at(-1), "Because. [concluded]");
  const waived = { ...given, rows: [row({ then: "waived", facts: ["told"] })] };
  assert.deepEqual(
    [judged(waived, "10.00").tone, judged(waived, "10.00").title],
    ["not_offered", "Wrong: nothing is charged."],
  );
  assert.equal(message, "I got $10.00 (20 min) for help. I understand, free: Because. Check it.");
  assert.equal(judged(given, "0").title, "Right: nothing is charged.");
  assert.deepEqual([judged(given, "").title, judged(given, "").next], ["Free.", ["Total?"]]);
});

test("a waiver that rests on an inference is no word to hold against somebody, and says what of it is open", () => {
  const outcome = { id: "outcome", values: ["known", "new"], codes: { known: "K", new: "N" } };
  const when = { outcome: ["new"] };
  const rows = [
    row({ when, then: "waived", facts: ["told", "concluded"] }),
    row({ id: "else", when: { outcome: ["known"] } }),
  ];
  const known = { requester: "client", outcome: "new" };
  const { tone, title, lines, message } = judged({ rows, dimensions: [...rule({}).dimensions, outcome] }, "40.00", {
    known,
  });
  assert.deepEqual([tone, title], ["conditional", "Nothing is foreseen."]);
  assert.deepEqual(lines.slice(1), ["Because. [told concluded]", "When? [told]"]);
  assert.ok(message.includes("I understand, waived: Because."));
});

test("where something would be charged and nothing was, there is nothing to object to, and nobody who pays", () => {
  const { tone, title, next, lines } = judged({}, "0");
  assert.deepEqual([tone, title, next, lines], ["free", "Nothing was billed, $40.00 is.", [], ["Because. [told]"]]);
});

test("who pays rests on the facts that say who is billed, and another payer is asked about", () => {
  assert.equal(judged({}, "40.00").lines[2], "Payer: the client. [concluded]");
  const partner = judged({}, "40.00", { known: { requester: "partner" } });
  assert.equal(partner.lines[2], "Payer: the house. [told]");
  assert.equal(partner.message, ""); // what agrees is nothing to write about
  const more = judged({}, "50.00", { known: { requester: "partner" } });
  assert.ok(more.message.includes("I read that the house pays. I count"));
  const payer = { rows: [row({ payer: "house" })] };
  assert.equal(judged(payer, "40.00").lines[2], "Payer: the house. [told]");
});

test("without minutes or a rate the guide asks for them, and the message asks who sent the charge", () => {
  const untimed = judged({}, "40.00", { minutes: 0 });
  assert.deepEqual(untimed.next, ["Minutes?"]);
  assert.equal(untimed.message, "I got $40.00 for help. Minutes, please. Tell me.");
  const unrated = judged({}, "40.00", { rate: "", ask: { rate: TERMS } });
  assert.deepEqual([unrated.next, unrated.message.includes("Rate, please.")], [["Rate?", "See: the Terms."], true]);
  assert.ok(!unrated.folds.some(({ brief }) => /taxes/.test(brief))); // of what is no amount nothing is said
});

test("of what has no price the guide says so, and whom to ask", () => {
  const { title, next } = judged({ timed: false, unit: null, rows: [row({ then: "unknown" })] }, "40.00");
  assert.deepEqual([title, next], ["Nobody knows.", ["No price.", "Ask the desk."]]);
});

test("while a case is open, each way says its own verdict, and what decides is to be chosen", () => {
  const rows = [
    row({ id: "ours", when: { requester: ["client"] }, then: "free" }),
    row({ id: "theirs", when: { requester: ["partner"] } }),
  ];
  const { tone, title, lines, next, message } = judged({ rows, unknown: ["minimum"] }, "50.00", { known: {} });
  assert.deepEqual([tone, title], ["open", "free if “Client”; else the house pays."]);
  assert.deepEqual(lines, ["Client: Wrong: nothing is charged.", "Partner: Differs, not known: a least or taxes."]);
  assert.deepEqual([next, message], [["Choose Who asks."], ""]);
});

test("what comes before the charge is to be checked too, and what is folded is named with what lies in it", () => {
  const { next, folds } = judged({ unknown: ["minimum"] }, "40.00", { before: ["Consent"] });
  assert.deepEqual(next, ["Agreed?", "Before: Consent."]);
  assert.deepEqual(
    folds.map(({ title, brief }) => [title, brief]),
    [
      ["Count", "20 x $2.00 = $40.00"],
      ["Change", ""],
      ["Unknown", "Least, taxes"],
    ],
  );
});

test("no id of a row or of a case is in any sentence", () => {
  for (const billed of ["10.00", "40.00", "90.00"]) {
    const told = JSON.stringify(judged({ unknown: ["minimum"] }, billed));
    assert.ok(!/row-of-the-rule|M-C/.test(told));
  }
});
