/* The whole answer, as answers/quote_text.py tells it: blocks that become the page, with a charge held against it, and its text. */

import { fromData, minus, plainly, times } from "./money.js";
import { spaced } from "./page_parts.js";
import { block, capital, PAID } from "./teller.js";

/** @import { Modality, Rounding, Rule } from "./data.js" */
/** @import { Bill, Block, Decimal, Known, Line, Quote, Result, Told, Typed } from "./types.js" */
/** @import { Teller } from "./teller.js" */

/**
 * The whole answer as blocks: { key, title, lines: [{ text, facts, cases }] }.
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
  const charged = rule.timed && quote.results.some((each) => each.state === "charged");
  const bill = charged && typed.minutes ? teller.bill(rule, typed.minutes, typed.rate) : null;
  const headline = quote.deciding ? teller.open(quote.results) : teller.verdict(quote.results[0], known, bill);
  const found = [asked(teller, modality, rule, known, quote)];
  if (quote.deciding) found.push(...teller.opened(known, quote, bill));
  if (bill) {
    const title = teller.words.arithmetic + (quote.deciding ? ` (${teller.words.if_charged.toLowerCase()})` : "");
    found.push(block("arithmetic", title, arithmetic(teller, rule, bill)));
    found.push(block("assumptions", teller.words.assumptions, assumptions(teller, rule, bill, modality.document)));
  } else if (typed.minutes && !rule.timed && quote.results.some((each) => each.price)) {
    found.push(block("arithmetic", teller.words.arithmetic, [teller.words.time_does_not_count]));
  }
  found.push(why(teller, modality, known, quote, bill));
  if (modality.before.length) found.push(block("before", teller.words.before, modality.before));
  const near = nearby(teller, known, quote, bill);
  if (near.length) found.push(block("nearby", teller.words.nearby, near));
  if (modality.prevails) {
    const { prevails, prevailsFacts } = teller.data;
    found.push({ key: "prevails", title: teller.words.prevails, lines: [{ text: prevails, facts: prevailsFacts }] });
  }
  /** @type {Told} */
  const told = {
    headline,
    said: headline,
    bill,
    state: quote.deciding ? "open" : quote.results[0].state,
    blocks: found,
  };
  if (!typed.billed) return told;
  const checked = check(teller, modality, quote, bill, typed.billed);
  const { text } = checked.lines[0];
  // Whoever gave a total asks whether it is right: where that can be told, it comes before everything else.
  if (!quote.deciding) return { ...told, checked, said: `${text} ${headline}` };
  found.splice(1, 0, checked);
  return { ...told, said: `${headline} ${text}` };
}

/**
 * The answer as text for a ticket; `checked` is the check that comes before everything else, if there is one.
 *
 * @param {Teller} teller
 * @param {Told} told
 */
export function asText(teller, { headline, checked, blocks }) {
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
  return `${spaced([...(checked ? [tell(checked)] : []), headline, ...blocks.map(tell), from].join("\n\n"))}\n`;
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
    const value = id in known ? teller.value(id, known[id]) : teller.words.not_known;
    return { text: `${teller.dimension(id)}: ${value}` };
  });
  const ids = quote.results.flatMap((each) => each.cases);
  /** @type {Line[]} */
  const lines = [{ text: `${teller.words.modality}: ${modality.name}` }, ...values];
  lines.push({ text: `${teller.words[ids.length === 1 ? "case" : "cases"]}:`, cases: teller.cases(ids) });
  return { key: "asked", title: "", lines };
}

/**
 * Line by line: the time, what is billed of it, times the rate, rounded once.
 *
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 */
function arithmetic(teller, rule, bill) {
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
 * What no source tells, and what was taken instead.
 *
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 * @param {string} document
 */
function assumptions(teller, rule, bill, document) {
  const open = rule.minimum ? "increment" : "rounding"; // only what has a least quantity has time above it
  const increment = teller.words[`no_${open}_${rule.unit ?? "minute"}`];
  const lines = rule.unknown.map((part) => (part === "minimum" ? teller.words.no_minimum : increment));
  if (!bill.rate) {
    return [...lines, teller.say(rule.rates.length ? "rate_ended" : "rate_none", { date: teller.day(), document })];
  }
  const rate = teller.money(plainly(bill.rate), bill.currency);
  if (bill.given) return [...lines, teller.say("rate_own", { rate }), teller.say("tax_own", { document })];
  const tax = capital(teller.words[`tax_${bill.tax}`]);
  return [...lines, teller.say("rate_dated", { date: teller.day(), rate }), `${tax}.`];
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} quote
 * @param {Bill | null} bill
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
    return { text, facts: [...new Set(results.flatMap((result) => result.facts))] };
  });
  return { key: "why", title: teller.words.why, lines };
}

/**
 * @param {Teller} teller
 * @param {Known} known
 * @param {Quote} quote
 * @param {Bill | null} bill
 */
function nearby(teller, known, quote, bill) {
  /** @type {Map<string, { dimension: string, text: string, names: string[] }>} */
  const told = new Map();
  for (const { dimension, value, result } of quote.nearby) {
    const text = teller.marked(teller.verdict(result, { ...known, [dimension]: value }, bill), [result]);
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
function check(teller, modality, quote, bill, billed) {
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
