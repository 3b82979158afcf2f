/* Parts of an answer that several tools show: the count line by line, what it takes for granted, and what is near. */

import { plainly } from "./money.js";
import { capital, factsOf } from "./teller.js";

/** @import { Modality, Rule } from "./data.js" */
/** @import { Bill, Known, Quote } from "./types.js" */
/** @import { Teller } from "./teller.js" */

/**
 * Line by line: the time, what is billed of it, times the rate, rounded once.
 *
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 */
export function arithmetic(teller, rule, bill) {
  const lines = [teller.say("worked", { quantity: teller.quantity("minute", bill.minutes) })];
  lines.push(...rule.counting.map(([label, text]) => `${label}: ${text}.`));
  lines.push(teller.say("billed", { quantity: teller.quantity(rule.unit, bill.units) }));
  if (!bill.rate || !bill.exact || !bill.amount) return lines;
  const rate = teller.money(plainly(bill.rate), bill.currency);
  const exact = teller.money(bill.exact, bill.currency);
  const amount = teller.money(bill.amount, bill.currency);
  lines.push(teller.say("product", { units: teller.number(bill.units), rate, exact }));
  if (exact !== amount) lines.push(teller.say("rounded", { amount }));
  return lines;
}

/**
 * What no source tells of how time is counted.
 *
 * @param {Teller} teller
 * @param {Pick<Rule, "unit" | "minimum" | "unknown">} rule
 */
export function untold({ words }, { unit, minimum, unknown: parts }) {
  const open = minimum ? "increment" : "rounding"; // only what has a least quantity has time above it
  const increment = words[`no_${open}_${unit ?? "minute"}`];
  return parts.map((part) => (part === "minimum" ? words.no_minimum : increment));
}

/**
 * What no source tells of how a charge comes about, in a word each.
 *
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill | null} bill
 */
export function unnamed(teller, rule, bill) {
  const words = teller.data.words.bill;
  const named = [
    ...rule.unknown.map((part) => words[`unknown_${part}`]),
    ...(rule.timed && !bill?.rate && !rule.rates.length ? [words.unknown_rate] : []),
    ...(bill?.rate && bill.tax === "unknown" ? [words.unknown_tax] : []), // of what is no amount nobody asks
  ];
  return capital(named.join(", "));
}

/**
 * What no source tells, and what was taken instead.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Bill} bill
 */
export function assumptions(teller, modality, bill) {
  const rule = teller.data.rules[modality.rule];
  /** @type {(part: keyof Modality["ask"]) => string} */
  const whom = (part) => {
    const asked = modality.ask[part];
    return asked ? ` ${teller.marked(asked.text, asked.facts)}` : "";
  };
  const lines = untold(teller, rule);
  if (!bill.rate) {
    return [
      ...lines,
      teller.say(rule.rates.length ? "rate_ended" : "rate_none", { date: teller.day() }) + whom("rate"),
    ];
  }
  const rate = teller.money(plainly(bill.rate), bill.currency);
  if (bill.given) return [...lines, teller.say("rate_own", { rate }), teller.words.tax_own + whom("tax")];
  const tax = `${capital(teller.words[`tax_${bill.tax}`])}.`;
  const told = bill.tax === "unknown" ? tax + whom("tax") : tax;
  return [...lines, teller.say("rate_dated", { date: teller.day(), rate }), told];
}

/**
 * @param {Teller} teller
 * @param {Known} known
 * @param {Quote} quote
 * @param {Bill | null} bill
 */
export function nearby(teller, known, quote, bill) {
  /** @type {Map<string, { dimension: string, text: string, names: string[] }>} */
  const told = new Map();
  for (const { dimension, value, result } of quote.nearby) {
    const text = teller.marked(teller.verdict(result, { ...known, [dimension]: value }, bill), factsOf([result], bill));
    const key = JSON.stringify([dimension, text]);
    const near = told.get(key) ?? { dimension, text, names: [] };
    near.names.push(teller.value(dimension, value));
    told.set(key, near);
  }
  return [...told.values()].map(({ dimension, text, names }) => {
    const start = teller.say("with", { dimension: teller.dimension(dimension), values: teller.listed(names) });
    return `${start} ${text}`;
  });
}
