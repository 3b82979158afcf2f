/* The finder's advice over a small table of three questions. */

import assert from "node:assert/strict";
import test from "node:test";

import { advise } from "./questions.js";

const question = (id, ...answers) => ({ id, answers: answers.map((answer) => ({ id: answer })) });
const FINDER = {
  questions: [question("colour", "red", "green"), question("need", "buy", "mend"), question("hurry", "yes", "no")],
  rows: [
    { id: "shop", when: { need: ["buy"] }, recommend: ["shop"] },
    { id: "now", when: { need: ["mend"], hurry: ["yes"] }, recommend: ["visit"] },
    { id: "later", when: { need: ["mend"], hurry: ["no"] }, recommend: ["post"] },
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
