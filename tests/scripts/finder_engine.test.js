/* The finder's advice over a small table of three questions. */

import assert from "node:assert/strict";
import test from "node:test";

import { advise } from "./finder_engine.js";

/** @import { Finder, FinderRow, Question } from "./data.js" */

/**
 * @param {string} id
 * @param {string[]} answers
 * @returns {Question}
 */
const question = (id, ...answers) => ({
  id,
  text: id,
  help: "",
  earlier: [],
  ifUnknown: null,
  answers: answers.map((answer) => ({ id: answer, earlier: [], text: answer, implies: {}, requesters: [] })),
});

/**
 * @param {string} id
 * @param {Record<string, string[]>} when
 * @param {string} modality
 * @returns {FinderRow}
 */
const row = (id, when, modality) => ({ id, when, recommend: [modality], reason: id, facts: [], unsure: [] });

/** @type {Finder} */
const FINDER = {
  questions: [question("colour", "red", "green"), question("need", "buy", "mend"), question("hurry", "yes", "no")],
  rows: [
    row("shop", { need: ["buy"] }, "shop"),
    row("now", { need: ["mend"], hurry: ["yes"] }, "visit"),
    row("later", { need: ["mend"], hurry: ["no"] }, "post"),
  ],
};

test("the question that may end it soonest comes first, and one that decides nothing is never asked", () => {
  assert.deepEqual(advise(FINDER, {}), {
    answers: {},
    next: "need",
    most: 2,
    rows: ["shop", "now", "later"],
    deciding: null,
    nearby: [],
  });
});

test("an answer that settles it ends the questions", () => {
  const { next, rows, most } = advise(FINDER, { need: "buy" });
  assert.deepEqual({ next, rows, most }, { next: null, rows: ["shop"], most: 1 });
});

test("an answer that no longer matters is forgotten", () => {
  assert.deepEqual(advise(FINDER, { need: "buy", hurry: "yes" }).answers, { need: "buy" });
});

test("who does not know is asked on, and told in the end which question decides", () => {
  const asked = advise(FINDER, { need: "mend", hurry: null });
  assert.equal(asked.next, null);
  assert.equal(asked.deciding, "hurry");
  assert.deepEqual(asked.rows, ["now", "later"]);
});

test("a decided answer names what one other answer would have led to", () => {
  const { nearby } = advise(FINDER, { need: "mend", hurry: "yes" });
  assert.deepEqual(nearby, [
    { question: "need", answers: ["buy"], rows: ["shop"] },
    { question: "hurry", answers: ["no"], rows: ["later"] },
  ]);
});

test("of many questions, each is the one that leaves the least; not every order of them is tried", () => {
  const names = Array.from({ length: 30 }, (_, at) => `q${at}`);
  const when = (/** @type {number} */ at) => Object.fromEntries(names.slice(0, at).map((name) => [name, ["no"]]));
  const rows = names.map((name, at) => row(name, { ...when(at), [name]: ["yes"] }, name));
  const finder = {
    questions: names.map((name) => question(name, "yes", "no")).reverse(),
    rows: [...rows, row("none", when(30), "none")],
  };
  const { next, most } = advise(finder, { q1: null });
  assert.deepEqual({ next, most }, { next: "q0", most: 30 });
});
