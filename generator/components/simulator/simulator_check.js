/* A charge held against the guide: does it agree, and if not, where does it differ. */

import { fromData, minus, plainly, times } from "./money.js";
import { PAID } from "./simulator_tell.js";

/** @import { Modality, Rounding } from "./data.js" */
/** @import { Bill, Block, Decimal, Line, Quote, Result } from "./types.js" */
/** @import { Teller } from "./simulator_tell.js" */

/**
 * Compare what was billed with each result that is possible.
 *
 * `billed` is a decimal, `bill` the guide's own count (null without minutes). Gives a block of sentences; `verdict`
 * tells that the case is decided, and so the first of them.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Quote} quote
 * @param {Bill | null} bill
 * @param {Decimal} billed
 * @returns {Block}
 */
export function check(teller, modality, quote, bill, billed) {
  const { words } = teller;
  const told = new Set();
  const distinct = quote.results.filter(({ state, payer, price }) => {
    const key = JSON.stringify([state, payer, price]);
    return !told.has(key) && told.add(key);
  });
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line[]} */
  const open = [];
  if (quote.deciding) lines.push({ text: words.check_open });
  for (const result of distinct) {
    const [first, ...rest] = compare(teller, modality, result, bill, billed);
    const start = quote.deciding ? `${stateOf(teller, result)}: ` : "";
    lines.push({ text: start + first, cases: teller.cases(result.cases), facts: result.facts });
    for (const text of rest) (text === unknown(teller, modality) ? open : lines).push({ text });
  }
  lines.push(...open.slice(0, 1)); // what holds for several results is said once, after them
  const paid = quote.results.find(({ state }) => PAID.includes(state));
  const party = !quote.deciding && paid?.payer && teller.data.parties[paid.payer];
  // The right amount on the wrong party's bill is a wrong charge: this comes straight after the amount.
  if (party) lines.splice(1, 0, { text: teller.say("check_payer", { party }) });
  if (paid && modality.beforeCharge.length) {
    lines.push({ text: teller.say("check_before", { names: modality.beforeCharge.join(", ") }) });
  }
  return { key: "check", title: words.checked, verdict: !quote.deciding, lines };
}

/**
 * That a difference may come from what no source tells of how time is counted.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 */
function unknown(teller, modality) {
  const parts = teller.data.rules[modality.rule].unknown;
  const told = parts.includes("minimum") ? "check_unknown_minimum" : "check_unknown";
  return teller.say(told, { document: modality.document });
}

/**
 * @param {Teller} teller
 * @param {Result} result
 */
function stateOf(teller, result) {
  const payer = result.payer && teller.data.parties[result.payer];
  const word = teller.data.states[result.state];
  return payer ? `${word} (${payer})` : word;
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Result} result
 * @param {Bill | null} bill
 * @param {Decimal} billed
 */
function compare(teller, modality, result, bill, billed) {
  const { words, data } = teller;
  const rule = data.rules[modality.rule];
  const currency = result.price?.currency ?? bill?.currency;
  const said = teller.money(plainly(billed), currency);
  if (result.state === "free" || result.state === "waived") {
    return [billed.digits ? teller.say("check_no_charge", { billed: said }) : words.check_none];
  }
  if (result.state !== "charged") return [words.check_no_price];
  if (result.price) return [amounts(teller, billed, fromData(result.price.value), currency)];
  if (!rule.timed) return [words.check_no_price];
  if (!bill) return [words.check_minutes];
  if (!bill.amount || !bill.rate) return [teller.say("check_rate", { document: modality.document })];
  const wanted = fromData(bill.amount);
  const lines = [amounts(teller, billed, wanted, currency)];
  if (minus(billed, wanted).sign === 0) return lines;
  const units = unitsOf(billed, bill.rate, wanted.scale, data.rounding);
  if (units !== null && units !== bill.units) {
    const counted = teller.quantity(rule.unit, bill.units);
    lines.push(teller.say("check_units", { billed: teller.quantity(rule.unit, units), counted }));
  }
  if (rule.unknown.length) lines.push(unknown(teller, modality));
  return lines;
}

/**
 * @param {Teller} teller
 * @param {Decimal} billed
 * @param {Decimal} wanted
 * @param {string | undefined} currency
 */
function amounts(teller, billed, wanted, currency) {
  const { sign, text } = minus(billed, wanted);
  const amount = teller.money(plainly(wanted), currency);
  if (!sign) return teller.say("check_same", { amount });
  return teller.say(sign > 0 ? "check_more" : "check_less", {
    billed: teller.money(plainly(billed), currency),
    amount,
    difference: teller.money(text, currency),
  });
}

/**
 * The number of units that an amount is the price of; null where there is none.
 *
 * @param {Decimal} billed
 * @param {Decimal} rate
 * @param {number} places
 * @param {Rounding} rounding
 */
function unitsOf(billed, rate, places, rounding) {
  if (!rate.digits) return null;
  const scaled = billed.digits * 10n ** BigInt(rate.scale);
  const near = Number(scaled / (rate.digits * 10n ** BigInt(billed.scale)));
  const fits = [near, near + 1, near - 1].filter(
    (units) =>
      units > 0 && Number.isSafeInteger(units) && !minus(fromData(times(rate, units, places, rounding)), billed).sign,
  );
  return fits.length ? fits[0] : null;
}
