/* Money without a browser: read as people write it, multiplied exactly, rounded once. */

import assert from "node:assert/strict";
import test from "node:test";

import { asMoney, asNumber, fromData, minus, plainly, readDecimal, readMinutes, times } from "./money.js";
import table from "./numbers.json" with { type: "json" };

const PT = { decimal: ",", group: "." };
const EN = { decimal: ".", group: "," };

test("a number is read as the guide's language writes it", () => {
  assert.deepEqual(readDecimal("1.234,50", PT), { digits: 123450n, scale: 2 });
  assert.deepEqual(readDecimal("1,234.50", EN), { digits: 123450n, scale: 2 });
  assert.deepEqual(readDecimal("90", PT), { digits: 90n, scale: 0 });
});

test("the sign of a currency and any space are no part of a number", () => {
  for (const text of ["R$ 3,50", "R$\u00a03,50", "3,50 €", "BRL 3,50", "US$3,50"]) {
    assert.deepEqual(readDecimal(text, PT), { digits: 350n, scale: 2 }, text);
  }
});

test("what is no number says what is wrong with it", () => {
  const told = {
    "": "empty",
    "  ": "empty",
    ten: "not-a-number",
    "-5": "negative",
    "−5": "negative",
    "R$ -5": "negative",
  };
  for (const [text, problem] of Object.entries(told)) assert.deepEqual(readDecimal(text, PT), { problem }, text);
});

test("a number that two languages read in two ways is never guessed", () => {
  assert.deepEqual(readDecimal("3.50", PT), { problem: "ambiguous" });
  assert.deepEqual(readDecimal("3,50", EN), { problem: "ambiguous" });
});

test("a blank parts thousands only, and the sign of another currency is no part of an amount", () => {
  assert.deepEqual(readDecimal("1 234,50", PT), { digits: 123450n, scale: 2 });
  assert.deepEqual(readDecimal("3 50", PT), { problem: "ambiguous" });
  assert.deepEqual(readDecimal("US$ 3,50", PT, ["BRL", "R$", "$"]), { problem: "other-currency" });
  assert.deepEqual(readDecimal("R$ 3,50", PT, ["BRL", "R$", "$"]), { digits: 350n, scale: 2 });
});

test("a number of more digits than money has is refused", () => {
  assert.deepEqual(readDecimal("1234567890123", PT), { problem: "too-long" });
  assert.deepEqual(readDecimal("0,1234567", PT), { problem: "too-long" });
});

test("a number is read as the command reads it", () => {
  for (const [locale, text, expected] of table.numbers) {
    const read = readDecimal(text, table.signs[locale], table.signs[locale].own);
    assert.equal(read.problem ?? plainly(read), expected, `${locale} ${text}`);
  }
});

test("a time is read as the command reads it", () => {
  for (const [text, expected] of table.minutes) {
    const read = readMinutes(text, table.signs.pt_BR);
    assert.equal(read.problem ?? String(read.minutes), expected, text);
  }
});

test("an amount is rounded once, at its end, and a tie goes up or to the even digit", () => {
  const rate = fromData("0.335");
  assert.equal(times(rate, 1, 2, "half_up"), "0.34");
  assert.equal(times(rate, 1, 2, "half_even"), "0.34");
  assert.equal(times(fromData("0.345"), 1, 2, "half_up"), "0.35");
  assert.equal(times(fromData("0.345"), 1, 2, "half_even"), "0.34");
  assert.equal(times(rate, 3, 2, "half_up"), "1.01");
});

test("no digit of a large amount is lost", () => {
  assert.equal(times(fromData("999999999999.999999"), 1000000, 2, "half_up"), "999999999999999999.00");
  assert.equal(times(fromData("7"), 3, 2, "half_up"), "21.00");
});

test("the difference of two amounts has a sign, and a text without one", () => {
  assert.deepEqual(minus(fromData("3.5"), fromData("3.25")), { sign: 1, text: "0.25" });
  assert.deepEqual(minus(fromData("3.25"), fromData("3.5")), { sign: -1, text: "0.25" });
  assert.deepEqual(minus(fromData("3.50"), fromData("3.5")), { sign: 0, text: "0.00" });
});

test("a decimal is written as it was read", () => {
  for (const text of ["0", "3.50", "0.05", "12"]) assert.equal(plainly(fromData(text)), text);
});

test("money and numbers are told in the guide's language", () => {
  assert.equal(asMoney("1234.5", "BRL", "pt-BR"), "R$\u00a01.234,50");
  assert.equal(asMoney("0.123456", "USD", "en"), "$0.123456");
  assert.equal(asNumber("1234.50", "pt-BR"), "1.234,50");
});
