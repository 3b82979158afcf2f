/* The whole answer, as answers/quote_text.py tells it: blocks that become the page, and its text. */

import { billOf } from "./decisions.js";
import { spaced } from "./page_parts.js";
import { arithmetic, assumptions, nearby, unnamed } from "./quote_parts.js";
import { block, factsOf } from "./teller.js";

/** @import { Modality, Rule } from "./data.js" */
/** @import { Bill, Block, Known, Line, Quote, Result, Told, Typed } from "./types.js" */
/** @import { Teller } from "./teller.js" */

/**
 * The whole answer as blocks: { key, title, lines: [{ text, facts, cases }] }; what has a `brief` is folded on a screen.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} quote
 * @param {Typed} typed
 * @returns {Told}
 */
export function answer(teller, modality, known, quote, typed) {
  const rule = teller.data.rules[modality.rule];
  const bill = billOf(teller.data, modality, quote, typed);
  const headline = teller.headline(quote, known, bill);
  const found = [asked(teller, modality, rule, known, quote)];
  if (quote.deciding) found.push(...teller.opened(known, quote, bill));
  if (bill) {
    const title = teller.words.arithmetic + (quote.deciding ? ` (${teller.words.if_charged.toLowerCase()})` : "");
    const lines = arithmetic(teller, rule, bill);
    const taken = assumptions(teller, modality, bill);
    found.push({ ...block("arithmetic", title, lines), brief: lines[lines.length - 1] });
    found.push({ ...block("assumptions", teller.words.assumptions, taken), brief: unnamed(teller, rule, bill) });
  } else if (typed.minutes && !rule.timed && quote.results.some((each) => each.price)) {
    found.push(block("arithmetic", teller.words.arithmetic, [teller.words.time_does_not_count]));
  }
  found.push(why(teller, modality, known, quote, bill));
  if (modality.before.length) found.push(block("before", teller.words.before, [modality.before.join(", ")]));
  const near = nearby(teller, known, quote, bill);
  if (near.length) found.push({ ...block("nearby", teller.words.nearby, near), brief: "" });
  if (modality.prevails) {
    const { prevails, prevailsFacts } = teller.data;
    found.push({ key: "prevails", title: teller.words.prevails, lines: [{ text: prevails, facts: prevailsFacts }] });
  }
  return { headline, bill, state: quote.deciding ? "open" : quote.results[0].state, blocks: found };
}

/**
 * The answer as text for a ticket.
 *
 * @param {Teller} teller
 * @param {Told} told
 */
export function asText(teller, { headline, blocks }) {
  const { data, words } = teller;
  const named = (/** @type {string[]} */ facts) =>
    facts.map((id) => data.facts[id].name + (data.facts[id].inferred ? ` (${words.inference})` : ""));
  /** @type {(block: Block) => string} */
  const tell = ({ title, lines }) => {
    const told = lines.flatMap(({ text, facts, cases }) => [
      cases ? `${text} ${[cases.ids.join(", "), cases.more].filter(Boolean).join(" ")}` : text,
      ...(facts?.length ? [`  ${words.facts}: ${named(facts).join(", ")}`] : []),
    ]);
    return title ? [`${title}:`, ...told.map((each) => `  ${each}`)].join("\n") : told.join("\n");
  };
  const { title, revision } = data;
  const from = teller.say("text_title", { title, revision, date: teller.day() });
  return `${spaced([headline, ...blocks.map(tell), from].join("\n\n"))}\n`;
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Rule} rule
 * @param {Known} known
 * @param {Quote} quote
 * @returns {Block}
 */
function asked(teller, modality, rule, known, quote) {
  const values = rule.dimensions.map(({ id }) => {
    const value = id in known ? teller.value(id, known[id]) : teller.unknown(id);
    return { text: `${teller.dimension(id)}: ${value}` };
  });
  const ids = quote.results.flatMap((each) => each.cases);
  /** @type {Line[]} */
  const lines = [{ text: `${teller.words.modality}: ${modality.name}` }, ...values];
  lines.push({ text: `${teller.words[ids.length === 1 ? "case" : "cases"]}:`, cases: teller.cases(ids) });
  return { key: "asked", title: "", lines };
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} quote
 * @param {Bill | null} bill
 * @returns {Block}
 */
function why(teller, modality, known, quote, bill) {
  /** @type {Map<string, Result[]>} */
  const found = new Map();
  for (const result of quote.results) {
    const reason = teller.reason(modality, result, known);
    found.set(reason, [...(found.get(reason) ?? []), result]);
  }
  const lines = [...found].map(([reason, results]) => {
    const each = [...new Set(results.map((result) => teller.verdict(result, known, bill)))];
    const text = quote.deciding ? teller.say("why_each", { results: teller.either(each), reason }) : reason;
    return { text, facts: factsOf(results) };
  });
  const told = { key: "why", title: teller.words.why, lines };
  return quote.deciding ? { ...told, brief: "" } : told; // each way that it can go says what it comes to already
}
