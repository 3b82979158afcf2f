/* A tool's state in the address of its page, without a page. */

import assert from "node:assert/strict";
import test from "node:test";

import { read, write } from "./url_state.js";

const CHOICES = [
  { id: "who", earlier: ["requester"], values: [{ id: "client", earlier: ["customer"] }, { id: "partner" }] },
  { id: "what", values: [{ id: "lamp" }, { id: "rope & sail" }] },
];

test("what is written is read again", () => {
  const chosen = { what: "rope & sail", who: null };
  assert.deepEqual(read(write(chosen, CHOICES), CHOICES), { chosen, unknown: [] });
});

test("the order of an address is that of the choices, whatever was chosen first", () => {
  assert.equal(write({ what: "lamp", who: "client" }, CHOICES), "?who=client&what=lamp");
});

test("what nobody knows yet has a sign of its own, and what is not chosen has none", () => {
  assert.equal(write({ who: null }, CHOICES), "?who=-");
  assert.equal(write({}, CHOICES), "");
});

test("an address of old still means the same", () => {
  assert.deepEqual(read("?requester=customer", CHOICES).chosen, { who: "client" });
});

test("what an address names that does not exist is given back to be told", () => {
  const { chosen, unknown } = read("?who=nobody&where=here&what=lamp", CHOICES);
  assert.deepEqual(chosen, { what: "lamp" });
  assert.deepEqual(unknown, [["who", "nobody"], ["where", "here"]]); // prettier-ignore
});

test("what a mail program or an advertisement adds to an address is no choice, and is not told", () => {
  const { chosen, unknown } = read("?utm_source=x&fbclid=y&gclid=z&what=lamp", CHOICES);
  assert.deepEqual(chosen, { what: "lamp" });
  assert.deepEqual(unknown, []);
});

test("the sign of a sentence behind a link is no part of it", () => {
  assert.deepEqual(read("?who=client&what=lamp).", CHOICES), { chosen: { who: "client", what: "lamp" }, unknown: [] });
  assert.deepEqual(read("?who=nobody.", CHOICES).unknown, [["who", "nobody."]]); // prettier-ignore
});

test("of a choice that an address names twice, the first holds", () => {
  const { chosen, unknown } = read("?what=lamp&what=lamp", CHOICES);
  assert.deepEqual(chosen, { what: "lamp" });
  assert.deepEqual(unknown, [["what", "lamp"]]);
});

test("the words that a search marks are no choice, and no fault", () => {
  assert.deepEqual(read("?h=lamp", CHOICES), { chosen: {}, unknown: [] });
});
