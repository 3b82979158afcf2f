/* The evaluator over a small table: who asks, and what came of it. That it agrees with Python, a browser test holds. */

import assert from "node:assert/strict";
import test from "node:test";

import { billedUnits, matches, quote, rateOn, results, settled } from "./decisions.js";

/** @import { Data, Modality, PriceState, Rate, Rule, RuleRow } from "./data.js" */

/**
 * @param {string} id
 * @param {Record<string, string[]>} when
 * @param {PriceState} then
 * @returns {RuleRow}
 */
const row = (id, when, then) => ({ id, when, then, payer: null, price: null, reason: id, facts: [`f-${id}`] });

/** @type {Rule} */
const RULE = {
  name: "Repair",
  timed: false,
  unit: null,
  minimum: null,
  increment: null,
  unknown: [],
  counting: [],
  countingFacts: [],
  rates: [],
  dimensions: [
    { id: "requester", values: ["client", "partner"], codes: { client: "CL", partner: "PA" } },
    { id: "outcome", values: ["fault", "none"], codes: { fault: "F", none: "N" } },
  ],
  rows: [
    row("ours", { outcome: ["fault"] }, "free"),
    row("theirs", { requester: ["client", "partner"], outcome: ["none"] }, "charged"),
  ],
};
/** @type {Modality["access"][string]} */
const allowed = { state: "allowed", facts: [], unpriced: "" };
const MODALITY = /** @type {Modality} */ (
  /** @type {Partial<Modality>} */ ({ code: "REP", rule: "repair", access: { client: allowed, partner: allowed } })
);
const DATA = /** @type {Data} */ (
  /** @type {Partial<Data>} */ ({
    rules: { repair: RULE },
    requesters: {
      client: { name: "Client", earlier: [], party: null, billed: "client", billedFacts: ["f-bill"] },
      partner: { name: "Partner", earlier: [], party: null, billed: "house", billedFacts: ["f-ours"] },
    },
  })
);

test("a row is for a case whose values it names, and a dimension that it leaves out may have any", () => {
  assert.ok(matches(RULE.rows[0], { requester: "client", outcome: "fault" }));
  assert.ok(!matches(RULE.rows[0], { requester: "client", outcome: "none" }));
});

test("a whole case has one result, with its code, its payer and the facts behind both", () => {
  const known = { requester: "client", outcome: "none" };
  assert.deepEqual(results(DATA, MODALITY, known), [
    {
      state: "charged",
      payer: "client",
      row: "theirs",
      price: null,
      facts: ["f-theirs", "f-bill"],
      cases: ["REP-CL-N"],
    },
  ]);
});

test("where nothing is paid nobody pays", () => {
  const [{ state, payer }] = results(DATA, MODALITY, { requester: "client", outcome: "fault" });
  assert.deepEqual({ state, payer }, { state: "free", payer: null });
});

test("cases that come to the same are one result", () => {
  const found = results(DATA, MODALITY, { outcome: "fault" });
  assert.deepEqual(found.map(({ cases }) => cases), [["REP-CL-F", "REP-PA-F"]]); // prettier-ignore
  assert.ok(settled(found));
});

test("whoever may not ask is offered nothing, whatever the table says", () => {
  /** @type {Modality} */
  const closed = {
    ...MODALITY,
    access: { client: { state: "denied", facts: ["f-no"], unpriced: "" }, partner: allowed },
  };
  const [{ state, row: decided, facts }] = results(DATA, closed, { requester: "client", outcome: "none" });
  assert.deepEqual({ state, decided, facts }, { state: "not_offered", decided: null, facts: ["f-no"] });
});

test("an open case names the question whose answer leaves the least open, and where each answer leads", () => {
  const told = quote(DATA, MODALITY, { requester: "client" });
  assert.equal(told.deciding, "outcome");
  assert.deepEqual(told.ways.map(({ value, results: [{ state }] }) => [value, state]), [["fault", "free"], ["none", "charged"]]); // prettier-ignore
  assert.deepEqual(told.nearby, []);
});

test("a decided case names what one other answer would come to", () => {
  const told = quote(DATA, MODALITY, { requester: "client", outcome: "none" });
  assert.equal(told.deciding, null);
  assert.deepEqual(
    told.nearby.map(({ dimension, value, result: { state, payer } }) => [dimension, value, state, payer]),
    [
      ["requester", "partner", "charged", "house"],
      ["outcome", "fault", "free", null],
    ],
  );
});

test("a case that no row is for is a fault that is told, never a guess", () => {
  const holed = { ...DATA, rules: { repair: { ...RULE, rows: RULE.rows.slice(0, 1) } } };
  assert.throws(() => results(holed, MODALITY, { requester: "client", outcome: "none" }), /REP-CL-N: no row matches/);
});

test("the least quantity is billed first, then each started step as a whole", () => {
  /** @type {Pick<Rule, "unit" | "minimum" | "increment">} */
  const rule = { unit: "minute", minimum: 10, increment: 15 };
  const billed = [1, 10, 11, 25, 26].map((minutes) => billedUnits(rule, minutes));
  assert.deepEqual(billed, [10, 10, 25, 25, 40]);
});

test("hours are billed by each hour that was started", () => {
  /** @type {Pick<Rule, "unit" | "minimum" | "increment">} */
  const rule = { unit: "hour", minimum: null, increment: null };
  assert.deepEqual([1, 60, 61].map((minutes) => billedUnits(rule, minutes)), [1, 1, 2]); // prettier-ignore
});

test("of the rates in force on a day the newest holds, and after the last there is none", () => {
  const common = { currency: null, digits: 2 };
  /** @type {Rate[]} */
  const rates = [
    { ...common, value: "1", tax: "unknown", from: "2025-01-01", to: null },
    { ...common, value: "2", tax: "unknown", from: "2025-06-01", to: "2025-12-31" },
  ];
  assert.equal(rateOn({ rates }, "2025-05-31")?.value, "1");
  assert.equal(rateOn({ rates }, "2025-06-01")?.value, "2");
  assert.equal(rateOn({ rates: rates.slice(1) }, "2026-01-01"), null);
});
