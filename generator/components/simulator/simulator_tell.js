/* An answer in sentences, as answers/quote_text.py tells it: blocks that become the page, and the text to be copied. */

import { billedUnits, rateOn, settled } from "./decisions.js";
import { asMoney, fromData, plainly, times } from "./money.js";
import { say, spaced } from "./simulator_parts.js";

/** @import { Data, Modality, Price, PriceState, Rule, Statement, Unit, Words } from "./data.js" */
/** @import { Bill, Block, Cases, Known, Line, Quote, Result, Told, Typed } from "./types.js" */
/** @typedef {keyof Words["simulator"]} Key */

const MOST_CASES = 12;
/** @type {PriceState[]} */
export const PAID = ["charged", "on_quote"];

/** Tells answers from the published data; `typed` is { minutes, rate }, the rate a decimal or null. */
export class Teller {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.words = data.words.simulator;
  }

  /**
   * @param {Key} key
   * @param {Record<string, string | number>} values
   */
  say(key, values) {
    return say(this.words[key], values);
  }

  /**
   * @param {string} digits
   * @param {string | null} [currency]
   */
  money(digits, currency) {
    return asMoney(digits, currency ?? this.data.currency, this.data.language);
  }

  /** @param {Price} price */
  price({ value, currency, tax }) {
    const told = this.words[`tax_${tax}`];
    return `${this.money(value, currency)} (${told})`;
  }

  /**
   * @param {Unit | null} unit
   * @param {number} number
   */
  quantity(unit, number) {
    return this.say(`${unit ?? "minute"}_${number === 1 ? "one" : "many"}`, { number: this.number(number) });
  }

  /** @param {number} value */
  number(value) {
    return new Intl.NumberFormat(this.data.language).format(value);
  }

  day() {
    const day = new Date(`${this.data.date}T00:00:00Z`);
    return new Intl.DateTimeFormat(this.data.language, { dateStyle: "long", timeZone: "UTC" }).format(day);
  }

  /** @param {string} id */
  dimension(id) {
    return id === "requester" || id === "outcome" ? this.words[id] : this.data.dimensions[id].name;
  }

  /**
   * @param {string} dimension
   * @param {string} id
   */
  value(dimension, id) {
    if (dimension === "requester") return this.data.requesters[id].name;
    if (dimension === "outcome") return this.data.outcomes[id].name;
    return this.data.dimensions[dimension].values[id].name;
  }

  /**
   * What is billed of the minutes, and the amount where a rate is known; as `bill` in decisions/quote.py.
   *
   * @param {Rule} rule
   * @param {number} minutes
   * @param {Typed["rate"]} rate
   * @returns {Bill}
   */
  bill(rule, minutes, rate) {
    const own = rateOn(rule, this.data.date);
    const used = rate ?? (own ? fromData(own.value) : null);
    const currency = (!rate && own?.currency) || this.data.currency;
    const digits = !rate && own ? own.digits : this.data.digits;
    const units = billedUnits(rule, minutes);
    return {
      minutes,
      unit: rule.unit,
      units,
      // Within the least quantity, no increment has any say.
      untold: rule.unknown.filter((part) => part === "minimum" || units > (rule.minimum ?? 0)),
      rate: used,
      given: Boolean(rate),
      currency,
      tax: !rate && own ? own.tax : "unknown",
      amount: used ? times(used, units, digits, this.data.rounding) : null,
      exact: used ? plainly({ digits: used.digits * BigInt(units), scale: used.scale }) : null,
    };
  }

  /**
   * One sentence: who pays, and how much where that is known.
   *
   * @param {Result} result
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  verdict(result, known, bill) {
    const requester = this.data.requesters[known.requester];
    const concerned = requester && requester.party === requester.billed;
    if (result.state === "waived" && !concerned) return this.words.waived_nobody;
    if (!PAID.includes(result.state)) return this.words[result.state];
    const amount = this.amount(result, bill);
    const unpriced = result.state === "charged" ? "" : "_quote";
    if (!result.payer || result.payer === "unknown") {
      const kind = amount ? "_amount" : unpriced;
      return this.say(kind === "_quote" ? "on_quote" : `charged${kind}`, { amount });
    }
    const told = amount || this.time(result, bill);
    const kind = told ? "_amount" : unpriced;
    if (requester && requester.party === result.payer) return this.say(`you_pay${kind}`, { amount: told });
    return this.say(`party_pays${kind}`, { party: capital(this.data.parties[result.payer]), amount: told });
  }

  /**
   * A quote in one sentence: what it comes to, marked where that is inferred, or that it is open.
   *
   * @param {Quote} quote
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  headline({ deciding, results }, known, bill) {
    return deciding ? this.open(results) : this.marked(this.verdict(results[0], known, bill), factsOf(results));
  }

  /**
   * What results come to: a sentence where they agree, else that it is open, and each.
   *
   * @param {Result[]} results
   * @param {Known} known
   * @param {Bill | null} bill
   */
  verdicts(results, known, bill) {
    const each = [...new Set(results.map((result) => this.verdict(result, known, bill)))];
    return settled(results) ? each[0] : this.say("open_each", { results: this.either(each) });
  }

  /**
   * Alternatives as the language lists them: A, B or C.
   *
   * @param {string[]} texts
   */
  listed(texts) {
    return new Intl.ListFormat(this.data.language, { type: "disjunction" }).format(texts);
  }

  /**
   * Alternatives, each in quotation marks: “You pay” or “You do not pay”.
   *
   * @param {string[]} texts
   */
  either(texts) {
    return this.listed(texts.map((text) => `“${text.replace(/\.$/, "")}”`));
  }

  /** @param {Result[]} results */
  open(results) {
    const number = new Set(results.map((each) => JSON.stringify([each.state, each.payer, each.price]))).size;
    return this.say("open", { number });
  }

  /**
   * @param {Result} result
   * @param {Bill | null} [bill]
   */
  amount(result, bill) {
    if (result.price) return this.price(result.price);
    if (result.state !== "charged" || !bill?.amount) return "";
    const amount = this.money(bill.amount, bill.currency);
    return this.atLeast(amount, bill);
  }

  /**
   * The time that is billed: of it one can speak where no rate is known.
   *
   * @param {Result} result
   * @param {Bill | null} [bill]
   */
  time(result, bill) {
    return result.state === "charged" && bill ? this.atLeast(this.quantity(bill.unit, bill.units), bill) : "";
  }

  /**
   * An amount, of which it is said where it may be more.
   *
   * @param {string} amount
   * @param {Bill} bill
   */
  atLeast(amount, { untold }) {
    return untold.length ? this.say("at_least", { amount }) : amount;
  }

  /**
   * @param {Modality} modality
   * @param {Result} result
   * @param {Known} known
   */
  reason(modality, result, known) {
    const row = this.data.rules[modality.rule].rows.find((each) => each.id === result.row);
    if (row) return row.reason;
    const note = known.requester && modality.access[known.requester].note;
    return note || this.words[result.state === "not_offered" ? "denied" : "access_unknown"];
  }

  /**
   * Line by line: the time, what is billed of it, times the rate, rounded once.
   *
   * @param {Rule} rule
   * @param {Bill} bill
   */
  arithmetic(rule, bill) {
    const lines = [this.say("worked", { quantity: this.quantity("minute", bill.minutes) })];
    lines.push(...rule.counting.map(([label, text]) => `${label}: ${text}.`));
    lines.push(this.say("billed", { quantity: this.quantity(rule.unit, bill.units) }));
    if (!bill.rate || !bill.exact || !bill.amount) return lines;
    const rate = this.money(plainly(bill.rate), bill.currency);
    const exact = this.money(bill.exact, bill.currency);
    const amount = this.money(bill.amount, bill.currency);
    lines.push(this.say("product", { units: this.number(bill.units), rate, exact }));
    if (exact !== amount) lines.push(this.say("rounded", { amount }));
    return lines;
  }

  /**
   * What no source tells, and what was taken instead.
   *
   * @param {Modality} modality
   * @param {Bill} bill
   */
  assumptions(modality, bill) {
    const rule = this.data.rules[modality.rule];
    const whom = modality.ask.rate && ` ${modality.ask.rate}`;
    const increment = this.words[`no_increment_${rule.unit ?? "minute"}`];
    const lines = rule.unknown.map((part) => (part === "minimum" ? this.words.no_minimum : increment));
    if (!bill.rate) {
      return [...lines, this.say(rule.rates.length ? "rate_ended" : "rate_none", { date: this.day() }) + whom];
    }
    const rate = this.money(plainly(bill.rate), bill.currency);
    if (bill.given) return [...lines, this.say("rate_own", { rate }), this.words.tax_own + whom];
    const tax = capital(this.words[`tax_${bill.tax}`]);
    return [...lines, this.say("rate_dated", { date: this.day(), rate }), `${tax}.`];
  }

  /**
   * What whoever does not know can do now; null where there is nothing to tell.
   *
   * @param {string | null} dimension
   * @returns {Statement | null}
   */
  now(dimension) {
    if (!dimension || dimension === "requester") return null;
    return dimension === "outcome" ? this.data.outcomeUnknown : this.data.dimensions[dimension].ifUnknown;
  }

  /**
   * @param {string[]} ids
   * @returns {Cases}
   */
  cases(ids) {
    const more = ids.length - MOST_CASES;
    return { ids: ids.slice(0, MOST_CASES), more: more > 0 ? this.say("more_cases", { number: more }) : "" };
  }

  /**
   * The whole answer as blocks: { key, title, lines: [{ text, facts, cases }] }.
   *
   * @param {Modality} modality
   * @param {Known} known
   * @param {Quote} quote
   * @param {Typed} typed
   * @returns {Told}
   */
  blocks(modality, known, quote, typed) {
    const rule = this.data.rules[modality.rule];
    const charged = rule.timed && quote.results.some((each) => each.state === "charged");
    const bill = charged && typed.minutes ? this.bill(rule, typed.minutes, typed.rate) : null;
    const found = [this.asked(modality, rule, known, quote)];
    if (quote.deciding) found.push(...this.opened(known, quote, bill));
    if (bill) {
      const title = this.words.arithmetic + (quote.deciding ? ` (${this.words.if_charged.toLowerCase()})` : "");
      found.push(block("arithmetic", title, this.arithmetic(rule, bill)));
      found.push(block("assumptions", this.words.assumptions, this.assumptions(modality, bill)));
    } else if (typed.minutes && !rule.timed && quote.results.some((each) => each.price)) {
      found.push(block("arithmetic", this.words.arithmetic, [this.words.time_does_not_count]));
    }
    found.push(this.why(modality, known, quote, bill));
    if (modality.before.length) found.push(block("before", this.words.before, modality.before));
    const near = this.nearby(known, quote, bill);
    if (near.length) found.push(block("nearby", this.words.nearby, near));
    if (modality.prevails) {
      const { prevails, prevailsFacts } = this.data;
      found.push({ key: "prevails", title: this.words.prevails, lines: [{ text: prevails, facts: prevailsFacts }] });
    }
    return {
      headline: this.headline(quote, known, bill),
      bill,
      decided: !quote.deciding,
      state: quote.deciding ? "open" : quote.results[0].state,
      blocks: found,
    };
  }

  /**
   * @param {Modality} modality
   * @param {Rule} rule
   * @param {Known} known
   * @param {Quote} quote
   * @returns {Block}
   */
  asked(modality, rule, known, quote) {
    const values = rule.dimensions.map(({ id }) => {
      const value = id in known ? this.value(id, known[id]) : this.words.not_known;
      return { text: `${this.dimension(id)}: ${value}` };
    });
    const ids = quote.results.flatMap((each) => each.cases);
    /** @type {Line[]} */
    const lines = [{ text: `${this.words.modality}: ${modality.name}` }, ...values];
    lines.push({ text: `${this.words[ids.length === 1 ? "case" : "cases"]}:`, cases: this.cases(ids) });
    return { key: "asked", title: "", lines };
  }

  /**
   * Say of a text whose facts are not named beside it that it is inferred, where it is.
   *
   * @param {string} text
   * @param {string[]} facts
   */
  marked(text, facts) {
    const inferred = facts.some((id) => this.data.facts[id].inferred);
    return inferred ? `${text} (${this.words.inference})` : text;
  }

  /**
   * What decides where it is open, and each way that it can go.
   *
   * @param {Known} known
   * @param {Quote} quote
   * @param {Bill | null} bill
   */
  opened(known, quote, bill) {
    const { deciding } = quote;
    if (!deciding) return [];
    /** @type {Map<string, string[]>} */
    const told = new Map();
    for (const { value, results } of quote.ways) {
      const text = this.marked(this.verdicts(results, { ...known, [deciding]: value }, bill), factsOf(results));
      told.set(text, [...(told.get(text) ?? []), this.value(deciding, value)]);
    }
    const title = this.say("decides", { dimension: this.dimension(deciding) });
    const found = [
      block(
        "ways",
        title,
        [...told].map(([text, names]) => `${names.join("; ")}: ${text}`),
      ),
    ];
    const now = this.now(deciding);
    if (now) found.push({ key: "now", title: this.words.now, lines: [now] });
    return found;
  }

  /**
   * @param {Modality} modality
   * @param {Known} known
   * @param {Quote} quote
   * @param {Bill | null} bill
   */
  why(modality, known, quote, bill) {
    /** @type {Map<string, Result[]>} */
    const found = new Map();
    for (const result of quote.results) {
      const reason = this.reason(modality, result, known);
      found.set(reason, [...(found.get(reason) ?? []), result]);
    }
    const lines = [...found].map(([reason, results]) => {
      const each = [...new Set(results.map((result) => this.verdict(result, known, bill)))];
      const text = quote.deciding ? this.say("why_each", { results: this.either(each), reason }) : reason;
      return { text, facts: factsOf(results) };
    });
    return { key: "why", title: this.words.why, lines };
  }

  /**
   * @param {Known} known
   * @param {Quote} quote
   * @param {Bill | null} bill
   */
  nearby(known, quote, bill) {
    /** @type {Map<string, { dimension: string, text: string, names: string[] }>} */
    const told = new Map();
    for (const { dimension, value, result } of quote.nearby) {
      const text = this.marked(this.verdict(result, { ...known, [dimension]: value }, bill), result.facts);
      const key = JSON.stringify([dimension, text]);
      const near = told.get(key) ?? { dimension, text, names: [] };
      near.names.push(this.value(dimension, value));
      told.set(key, near);
    }
    return [...told.values()].map(({ dimension, text, names }) => {
      const start = this.say("with", { dimension: this.dimension(dimension), values: this.listed(names) });
      return `${start} ${text}`;
    });
  }
}

/**
 * What results rest on.
 *
 * @param {Result[]} results
 */
export const factsOf = (results) => [...new Set(results.flatMap((result) => result.facts))];

/**
 * A block of plain lines.
 *
 * @param {string} key
 * @param {string} title
 * @param {string[]} texts
 * @returns {Block}
 */
export function block(key, title, texts) {
  return { key, title, lines: texts.map((text) => ({ text })) };
}

/** @param {string} text */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * The answer as text for a ticket; `checked` is the check that comes before everything else, if there is one.
 *
 * @param {Told} told
 * @param {Data} data
 */
export function asText({ headline, checked, blocks }, data) {
  const mark = ` (${data.words.simulator.inference})`;
  const named = (/** @type {string[]} */ facts) =>
    facts.map((id) => data.facts[id].name + (data.facts[id].inferred ? mark : ""));
  /** @type {(block: Block) => string} */
  const tell = ({ title, lines }) => {
    const told = lines.flatMap(({ text, facts, cases }) => [
      cases ? `${text} ${[cases.ids.join(", "), cases.more].filter(Boolean).join(" ")}` : text,
      ...(facts?.length ? [`  ${data.words.simulator.facts}: ${named(facts).join(", ")}`] : []),
    ]);
    return title ? [`${title}:`, ...told.map((each) => `  ${each}`)].join("\n") : told.join("\n");
  };
  const { title, revision } = data;
  const date = new Intl.DateTimeFormat(data.language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${data.date}T00:00:00Z`),
  );
  const from = say(data.words.simulator.text_title, { title, revision, date });
  return `${spaced([...(checked ? [tell(checked)] : []), headline, ...blocks.map(tell), from].join("\n\n"))}\n`;
}
