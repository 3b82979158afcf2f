/* The whole answer, as answers/quote_text.py tells it: blocks that become the page, with a charge held against it, and its text. */

import { distinct } from "./decisions.js";
import { fromData, minus, plainly, times } from "./money.js";
import { spaced } from "./page_parts.js";
import { block, capital, factsOf, PAID } from "./teller.js";

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
  const bill = teller.billOf(modality, quote, typed);
  const headline = teller.headline(quote, known, bill);
  const found = [asked(teller, modality, rule, known, quote)];
  if (quote.deciding) found.push(...teller.opened(known, quote, bill));
  if (bill) {
    const title = teller.words.arithmetic + (quote.deciding ? ` (${teller.words.if_charged.toLowerCase()})` : "");
    found.push(block("arithmetic", title, arithmetic(teller, rule, bill)));
    found.push(block("assumptions", teller.words.assumptions, assumptions(teller, modality, bill)));
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
  const checked = check(teller, modality, known, quote, bill, typed.billed);
  const [{ text: verdict, facts = [] }] = checked.lines;
  const text = teller.marked(verdict, facts);
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
 * What no source tells, and what was taken instead.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Bill} bill
 */
function assumptions(teller, modality, bill) {
  const rule = teller.data.rules[modality.rule];
  const whom = modality.ask.rate && ` ${modality.ask.rate}`;
  const lines = untold(teller, rule);
  if (!bill.rate) {
    return [...lines, teller.say(rule.rates.length ? "rate_ended" : "rate_none", { date: teller.day() }) + whom];
  }
  const rate = teller.money(plainly(bill.rate), bill.currency);
  if (bill.given) return [...lines, teller.say("rate_own", { rate }), teller.words.tax_own + whom];
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
    return { text, facts: factsOf(results) };
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
  /** @type {Line[]} */
  const lines = [];
  /** @type {Set<string>} */
  const open = new Set();
  if (quote.deciding) lines.push({ text: words.check_open });
  for (const result of distinct(quote.results)) {
    const { verdict, units, more } = compare(teller, modality, result, bill, billed);
    const start = quote.deciding && PAID.includes(result.state) ? `${stateOf(teller, result)}: ` : "";
    lines.push({ text: start + verdict, cases: teller.cases(result.cases), facts: factsOf([result], bill) });
    if (units) lines.push({ text: units });
    if (more) open.add(more);
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
 * @returns {{ verdict: string, units?: string, more?: string }}
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
  const above = minus(billed, wanted).sign > 0;
  return {
    verdict,
    ...(units !== null && units !== bill.units
      ? { units: teller.say("check_units", { billed: teller.quantity(rule.unit, units), counted }) }
      : {}),
    ...(above && bill.untold.length ? { more: unknown(teller, modality, bill.untold) } : {}),
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
