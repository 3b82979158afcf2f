/* A charge held against the guide: one verdict that says no more than is known, what to do, and what is folded under it. */

import { quote } from "./decisions.js";
import { message } from "./bill_message.js";
import { fromData, minus, plainly, times } from "./money.js";
import { say } from "./page_parts.js";
import { arithmetic, assumptions, nearby, unnamed, untold } from "./quote_parts.js";
import { factsOf, PAID } from "./teller.js";

/** @import { Modality, Rounding, Rule } from "./data.js" */
/** @import { Bill, Decimal, Fold, Judged, Known, Line, Quote, Result, Typed, Verdict } from "./types.js" */
/** @import { Teller } from "./teller.js" */

/**
 * All that is said of a charge: of the case that is known, and of what was typed.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Typed} typed
 * @returns {Judged}
 */
export function judge(teller, modality, known, made, typed) {
  const rule = teller.data.rules[modality.rule];
  // What would be counted is told where it only would be: of a case beside it, that is the difference.
  const counted = rule.timed && typed.minutes ? teller.bill(rule, typed.minutes, typed.rate) : null;
  const charged = made.results.some((each) => each.state === "charged");
  const bill = charged ? counted : null;
  const found = made.deciding
    ? open(teller, modality, known, made, typed)
    : decided(teller, modality, known, made, bill, typed);
  return {
    ...found,
    said: teller.marked(found.title, found.facts),
    message: typed.billed?.digits ? message(teller, modality, known, made, bill, typed) : "",
    folds: folds(teller, modality, known, made, bill, counted),
  };
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Typed} typed
 * @returns {Verdict}
 */
function open(teller, modality, known, made, typed) {
  const words = teller.data.words.bill;
  const deciding = made.deciding ?? "";
  /** @type {Map<string, string[]>} */
  const told = new Map();
  for (const { value } of made.ways) {
    const then = { ...known, [deciding]: value };
    const { said } = judge(teller, modality, then, quote(teller.data, modality, then), typed);
    told.set(said, [...(told.get(said) ?? []), teller.value(deciding, value)]);
  }
  const now = teller.now(deciding);
  return {
    tone: "open",
    title: teller.headline(made, known, null),
    facts: [],
    lines: [...told].map(([text, names]) => ({ text: `${names.join("; ")}: ${text}` })),
    next: [{ text: say(words.give_value, { dimension: teller.dimension(deciding) }) }, ...(now ? [now] : [])],
  };
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Bill | null} bill
 * @param {Typed} typed
 * @returns {Verdict}
 */
function decided(teller, modality, known, made, bill, typed) {
  const words = teller.data.words.bill;
  const [result] = made.results;
  const facts = factsOf(made.results, bill);
  const reasons = new Map(
    made.results.map((each) => [teller.reason(modality, each, known), teller.factsOfReason(modality, each)]),
  );
  const why = [...reasons].map(([text, of]) => ({ text, facts: of }));
  const plain = { tone: result.state, title: teller.verdict(result, known, bill), facts, lines: why };
  const { billed } = typed;
  if (result.state === "free" || result.state === "waived") {
    if (!billed) return { ...plain, next: [{ text: words.give_total }] };
    if (!billed.digits) return { ...plain, title: words.none, next: [] };
    const rests = { text: say(words.rests, { values: chosen(teller, modality, known, bill).join("; ") }) };
    const lines = [rests, ...why];
    // What only follows from what the sources say is no word to hold against somebody.
    const concluded = result.state === "free" && facts.some((id) => teller.data.facts[id].inferred);
    return concluded
      ? { ...plain, lines, tone: "conditional", title: words.not_foreseen, next: [{ text: words.ask_ticket }] }
      : { ...plain, lines, tone: "not_offered", title: words.no_charge, next: [{ text: words.answer_ticket }] };
  }
  const rule = teller.data.rules[modality.rule];
  const timed = result.state === "charged" && rule.timed;
  if (!result.price && !timed) return { ...plain, next: [{ text: words.no_price }, modality.contact] };
  const paid = [...why, ...payer(teller, modality, known, made)];
  if (!result.price && (!bill || !bill.amount)) {
    const missing = bill ? [words.give_rate, modality.ask.rate].filter(Boolean).join(" ") : words.give_minutes;
    return { ...plain, lines: paid, next: [{ text: missing }] };
  }
  if (!billed) return { ...plain, lines: paid, next: [{ text: words.give_total }] };
  const { lines, next, ...compared } = compare(teller, modality, known, result, bill, billed);
  return { ...plain, ...compared, lines: [...lines, ...paid], next: [...next, ...before(teller, modality)] };
}

/**
 * Who pays: the right amount on the wrong party's bill is a wrong charge.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @returns {Line[]}
 */
function payer(teller, modality, known, made) {
  const paid = made.results.find(({ state }) => PAID.includes(state));
  const party = paid?.payer && teller.data.parties[paid.payer];
  if (!party) return [];
  // Where it is not known who asked, all who can have asked are billed to the same party.
  const { requesters } = teller.data;
  const asking = known.requester ? [known.requester] : askingOf(teller, modality);
  const own = asking.every((id) => requesters[id]?.billed === paid.payer);
  const facts = own ? [...new Set(asking.flatMap((id) => requesters[id].billedFacts))] : factsOf(made.results);
  return [{ text: say(teller.data.words.bill.payer, { party }), facts }];
}

/**
 * Those who can have asked, where it is not known which of them did.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 */
function askingOf(teller, modality) {
  const all = teller.data.rules[modality.rule].dimensions.find(({ id }) => id === "requester")?.values ?? [];
  return all.filter((id) => modality.access[id].state === "allowed");
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @returns {Line[]}
 */
function before(teller, { beforeCharge }) {
  if (!beforeCharge.length) return [];
  return [{ text: say(teller.data.words.bill.before, { names: beforeCharge.join(", ") }) }];
}

/**
 * What was billed beside the guide's own count, or its price.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Result} result
 * @param {Bill | null} bill
 * @param {Decimal} billed
 * @returns {Omit<Verdict, "facts">}
 */
function compare(teller, modality, known, result, bill, billed) {
  const words = teller.data.words.bill;
  const currency = result.price?.currency ?? bill?.currency;
  const money = (/** @type {string} */ digits) => teller.money(digits, currency);
  const wanted = result.price?.value ?? bill?.amount ?? "0";
  const { sign, text } = minus(billed, fromData(wanted));
  const count = result.price ? null : bill;
  if (!sign) {
    const title = count?.rate
      ? say(words.same, {
          quantity: teller.quantity(count.unit, count.units),
          rate: money(plainly(count.rate)),
          amount: money(wanted),
        })
      : say(words.same_price, { amount: money(wanted) });
    const rests = say(words.rests, { values: chosen(teller, modality, known, count).join("; ") });
    const next = count ? [{ text: words.pay_check }] : [];
    return { tone: "free", title, lines: [{ text: rests }], next };
  }
  const amount = count ? teller.atLeast(money(wanted), count) : money(wanted);
  /** @type {Line[]} */
  const lines = [{ text: say(words.compared, { billed: money(plainly(billed)), amount }) }];
  const units = count?.rate && unitsOf(billed, count.rate, fromData(wanted).scale, teller.data.rounding);
  if (count && units && units !== count.units) {
    const told = { billed: teller.quantity(count.unit, units), counted: teller.quantity(count.unit, count.units) };
    lines[0].text += ` ${say(words.units, told)}`;
  }
  const difference = money(text);
  if (!billed.digits) return { tone: "free", title: say(words.nothing, { amount }), lines: [], next: [] };
  // Of a started unit that counts whole here, no source says that it does: less can be right, too.
  const parts = (count?.untold ?? []).filter((part) => sign > 0 || part === "increment");
  if (sign < 0 && !parts.length) {
    const title = say(words.less, { difference });
    return { tone: "conditional", title, lines, next: [{ text: words.ask_ticket }] };
  }
  if (!parts.length) {
    const title = say(words.more, { difference });
    return { tone: "not_offered", title, lines, next: [{ text: words.answer_ticket }] };
  }
  const title = words[`differs_${parts.length > 1 ? "both" : parts[0]}`];
  const whom = [...new Set(parts.map((part) => modality.ask[part]).filter(Boolean))];
  return { tone: "conditional", title, lines, next: [words.ask_ticket, ...whom].map((each) => ({ text: each })) };
}

/**
 * What the reader chose and typed, in words.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Bill | null} bill
 */
function chosen(teller, modality, known, bill) {
  const values = Object.entries(known).map(([id, value]) => teller.value(id, value));
  const typed = bill?.given && bill.rate ? [teller.money(plainly(bill.rate), bill.currency)] : [];
  return [modality.name, ...values, ...(bill ? [teller.quantity("minute", bill.minutes)] : []), ...typed];
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Bill | null} bill
 * @param {Bill | null} counted
 */
function folds(teller, modality, known, made, bill, counted) {
  const { data } = teller;
  const words = data.words.bill;
  const rule = data.rules[modality.rule];
  const charged = made.results.some(({ state }) => PAID.includes(state));
  /** @type {Fold[]} */
  const found = [];
  if (bill) {
    const texts = arithmetic(teller, rule, bill);
    const lines = texts.map((text) => ({ text }));
    found.push({ title: words.count, brief: texts[texts.length - 1], lines, printed: true });
  }
  const near = nearby(teller, known, made, counted);
  if (near.length) found.push({ title: words.change, brief: "", lines: near.map((text) => ({ text })) });
  const lines = charged ? unknown(teller, modality, rule, bill) : [];
  if (lines.length) {
    found.push({ title: words.unknown, brief: unnamed(teller, rule, bill), lines });
  }
  return found;
}

/**
 * What no source tells of how this is charged, and what prevails over the guide.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Rule} rule
 * @param {Bill | null} bill
 * @returns {Line[]}
 */
function unknown(teller, modality, rule, bill) {
  const told = bill ? assumptions(teller, modality, bill) : rule.timed ? untold(teller, rule) : [];
  const { prevails, prevailsFacts } = teller.data;
  return [...told.map((text) => ({ text })), ...(modality.prevails ? [{ text: prevails, facts: prevailsFacts }] : [])];
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
