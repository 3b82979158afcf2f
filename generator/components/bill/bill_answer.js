/* A charge held against the guide: one verdict that says no more than is known, what to do, and what is folded under it. */

import { difference, quote, timeCharge } from "./decisions.js";
import { message } from "./bill_message.js";
import { plainly } from "./money.js";
import { say } from "./page_parts.js";
import { arithmetic, assumptions, nearby, unnamed, untold } from "./quote_parts.js";
import { factsOf, PAID } from "./teller.js";

/** @import { Modality, Rule } from "./data.js" */
/** @import { Bill, Decimal, Difference, Fold, Judged, Known, Line, Quote, Result, Typed, Verdict } from "./types.js" */
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
  const counted = rule.timed && typed.minutes ? timeCharge(teller.data, rule, typed.minutes, typed.rate) : null;
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
  const why = [...[...reasons].map(([text, of]) => ({ text, facts: of })), ...doubts(teller, modality, result, known)];
  const plain = { tone: result.state, title: teller.verdict(result, known, bill), facts, lines: why };
  const { billed } = typed;
  if (result.state === "free" || result.state === "waived") {
    if (!billed) return { ...plain, next: [{ text: words.give_total }] };
    if (!billed.digits) return { ...plain, title: words.none, next: [] };
    const rests = { text: say(words.rests, { values: chosen(teller, modality, known, bill).join("; ") }) };
    const lines = [rests, ...why];
    // What only follows from what the sources say is no word to hold against somebody.
    return teller.inferred(facts)
      ? { ...plain, lines, tone: "conditional", title: words.not_foreseen, next: [{ text: words.ask_ticket }] }
      : { ...plain, lines, tone: "not_offered", title: words.no_charge, next: [{ text: words.answer_ticket }] };
  }
  const rule = teller.data.rules[modality.rule];
  const timed = result.state === "charged" && rule.timed;
  if (!result.price && !timed) return { ...plain, next: [{ text: words.no_price }, modality.contact] };
  const paid = [...why, ...payer(teller, modality, known, made)];
  if (!result.price && (!bill || !bill.amount)) {
    const next = bill ? [{ text: words.give_rate }, ...(modality.ask.rate ? [modality.ask.rate] : [])] : [];
    return { ...plain, lines: paid, next: bill ? next : [{ text: words.give_minutes }] };
  }
  if (!billed) return { ...plain, lines: paid, next: [{ text: words.give_total }] };
  const found = /** @type {Difference} */ (difference(teller.data, result, bill, billed));
  const currency = result.price?.currency ?? bill?.currency;
  const { lines, next, ...compared } = compare(teller, modality, known, found, billed, currency);
  // Of what nobody was billed, who pays is no matter.
  const told = [...lines, ...(billed.digits ? paid : why)];
  return { ...plain, ...compared, lines: told, next: [...next, ...before(teller, modality)] };
}

/**
 * What no source tells of the outcome that decides.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Result} result
 * @param {Known} known
 * @returns {Line[]}
 */
function doubts(teller, modality, { row }, { outcome }) {
  const deciding = teller.data.rules[modality.rule].rows.find(({ id }) => id === row);
  return outcome && deciding?.when.outcome ? teller.data.outcomes[outcome].doubts : [];
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
 * @param {Difference} found
 * @param {Decimal} billed
 * @param {string | null | undefined} currency
 * @returns {Omit<Verdict, "facts">}
 */
function compare(teller, modality, known, { sign, text, wanted, count, tax, parts, slight, units }, billed, currency) {
  const words = teller.data.words.bill;
  const money = (/** @type {string} */ digits) => teller.money(digits, currency);
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
  // The sentence says itself whose count it is; and where rounding is not known, it is no least.
  const amount = count && !count.untold.includes("increment") ? teller.counted(money(wanted), count) : money(wanted);
  if (!billed.digits) return { tone: "free", title: say(words.nothing, { amount }), lines: [], next: [] };
  /** @type {Line[]} */
  const lines = [{ text: say(words.compared, { billed: money(plainly(billed)), amount }) }];
  if (slight) return { tone: "conditional", title: words.slight, lines, next: [{ text: words.more_decimals }] };
  if (count && units && units !== count.units) {
    const told = { billed: teller.quantity(count.unit, units), counted: teller.quantity(count.unit, count.units) };
    lines[0].text += ` ${say(words.units, told)}`;
  }
  if (!parts.length) {
    const title = say(sign < 0 ? words.less : words.more, { difference: money(text) });
    return sign < 0
      ? { tone: "conditional", title, lines, next: [{ text: words.ask_ticket }] }
      : { tone: "not_offered", title, lines, next: [{ text: words.answer_ticket }] };
  }
  const [part, ...others] = parts;
  const alone = tax === "excluded" ? words.differs_added : words.differs_tax;
  const named = say(words.differs, { parts: teller.listed(parts.map((each) => words[`part_${each}`])) });
  const title = part === "tax" && !others.length ? alone : named;
  return { tone: "conditional", title, lines, next: whomToAsk(teller, modality, parts) };
}

/**
 * What to do about what the guide does not know: look where it stands, and else ask.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Difference["parts"]} parts
 * @returns {Line[]}
 */
function whomToAsk(teller, modality, parts) {
  const words = teller.data.words.bill;
  /** @type {Map<string, { names: string[], facts: string[] }>} */
  const read = new Map();
  /** @type {Map<string, string[]>} */
  const asked = new Map();
  for (const part of parts) {
    const { text, at, facts } = modality.ask[part] ?? { text: "", at: "", facts: [] };
    if (at) read.set(at, { names: [...(read.get(at)?.names ?? []), words[`part_${part}`]], facts });
    else if (text) asked.set(text, facts);
  }
  const look = [...read].map(([at, { names, facts }]) => ({
    text: say(words.look, { at, parts: names.join(", ") }),
    facts,
  }));
  // Whom to ask is said once: by the contact where there is one.
  const whom = [...asked].map(([text, facts]) => ({ text, facts }));
  const ask = words[`${asked.size ? "send" : "ask"}_${look.length ? "then" : "ticket"}`];
  return [...look, { text: ask }, ...whom];
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
