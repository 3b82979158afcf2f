/* A charge held against the guide: does it agree, and if not, where does it differ. */

import { fromData, minus, plainly, times } from "./money.js";
import { factsOf, PAID } from "./simulator_tell.js";

/** @import { Modality, Rounding } from "./data.js" */
/** @import { Bill, Block, Decimal, Known, Line, Quote, Result } from "./types.js" */
/** @import { Teller } from "./simulator_tell.js" */

/**
 * Compare what was billed with each result that is possible.
 *
 * `billed` is a decimal, `bill` the guide's own count (null without minutes). Gives a block of sentences; `verdict`
 * tells that the case is decided, and so the first of them.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} quote
 * @param {Bill | null} bill
 * @param {Decimal} billed
 * @returns {Block}
 */
export function check(teller, modality, known, quote, bill, billed) {
  const { words } = teller;
  const told = new Set();
  const distinct = quote.results.filter(({ state, payer, price }) => {
    const key = JSON.stringify([state, payer, price]);
    return !told.has(key) && told.add(key);
  });
  /** @type {Line[]} */
  const lines = [];
  /** @type {Set<string>} */
  const open = new Set();
  if (quote.deciding) lines.push({ text: words.check_open });
  for (const result of distinct) {
    const { verdict, units, untold } = compare(teller, modality, result, bill, billed);
    const start = quote.deciding && PAID.includes(result.state) ? `${stateOf(teller, result)}: ` : "";
    lines.push({ text: start + verdict, cases: teller.cases(result.cases), facts: result.facts });
    if (units) lines.push({ text: units });
    if (untold) open.add(untold);
  }
  // What holds for several results is said once: after them, or straight after the one to which it belongs.
  lines.splice(quote.deciding ? lines.length : 1, 0, ...[...open].map((text) => ({ text })));
  const paid = quote.results.find(({ state }) => PAID.includes(state));
  const party = !quote.deciding && paid?.payer && teller.data.parties[paid.payer];
  if (party) {
    const requester = teller.data.requesters[known.requester];
    // The right amount on the wrong party's bill is a wrong charge: this comes straight after the amount.
    lines.splice(1 + open.size, 0, {
      text: teller.say("check_payer", { party }),
      facts: requester?.billed === paid.payer ? requester.billedFacts : factsOf(quote.results),
    });
  }
  if (paid && modality.beforeCharge.length) {
    lines.push({ text: teller.say("check_before", { names: modality.beforeCharge.join(", ") }) });
  }
  return { key: "check", title: words.checked, verdict: !quote.deciding, lines };
}

/**
 * That more may be billed by what no source tells of how time is counted, and whom to ask.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Bill["untold"]} parts
 */
function unknown({ words }, { ask }, parts) {
  const told = words[`check_unknown_${parts.length > 1 ? "both" : parts[0]}`];
  const whom = new Set(parts.map((part) => ask[part]).filter(Boolean));
  return [told, ...(whom.size ? whom : [words.check_ask])].join(" ");
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
 * What one result says of what was billed: the verdict, and of how many units that is the amount, and what may
 * explain that it is more.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Result} result
 * @param {Bill | null} bill
 * @param {Decimal} billed
 * @returns {{ verdict: string, units?: string, untold?: string }}
 */
function compare(teller, modality, result, bill, billed) {
  const { words, data } = teller;
  const rule = data.rules[modality.rule];
  const currency = result.price?.currency ?? bill?.currency;
  const money = (/** @type {string} */ digits) => teller.money(digits, currency);
  if (result.state === "free" || result.state === "waived") {
    const told = { billed: money(plainly(billed)), state: data.states[result.state] };
    return { verdict: teller.say(billed.digits ? "check_no_charge" : "check_none", told) };
  }
  if (result.state !== "charged" || !(result.price || rule.timed)) return { verdict: words.check_no_price };
  if (result.price) {
    const same = teller.say("check_same_price", { amount: money(result.price.value) });
    return { verdict: differs(teller, billed, result.price.value, null, money) || same };
  }
  if (!bill) return { verdict: words.check_minutes };
  if (!bill.amount || !bill.rate) {
    return { verdict: [words.check_rate, modality.ask.rate].filter(Boolean).join(" ") };
  }
  const counted = teller.quantity(rule.unit, bill.units);
  const verdict = differs(teller, billed, bill.amount, bill, money);
  if (!verdict) {
    const told = { quantity: counted, rate: money(plainly(bill.rate)), amount: money(bill.amount) };
    return { verdict: teller.say("check_same", told) };
  }
  const wanted = fromData(bill.amount);
  const units = unitsOf(billed, bill.rate, wanted.scale, data.rounding);
  const more = minus(billed, wanted).sign > 0;
  return {
    verdict,
    ...(units !== null && units !== bill.units
      ? { units: teller.say("check_units", { billed: teller.quantity(rule.unit, units), counted }) }
      : {}),
    ...(more && bill.untold.length ? { untold: unknown(teller, modality, bill.untold) } : {}),
  };
}

/**
 * That another amount was billed, and by how much; of one that may be more, only that less is wrong. Empty where the
 * amount is the same.
 *
 * @param {Teller} teller
 * @param {Decimal} billed
 * @param {string} wanted
 * @param {Bill | null} bill
 * @param {(digits: string) => string} money
 */
function differs(teller, billed, wanted, bill, money) {
  const { sign, text } = minus(billed, fromData(wanted));
  if (!sign) return "";
  const amount = bill ? teller.atLeast(money(wanted), bill) : money(wanted);
  const told = { billed: money(plainly(billed)), amount, difference: money(text) };
  if (sign < 0) return teller.say("check_less", told);
  return teller.say(bill?.untold.length ? "check_above" : "check_more", told);
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
