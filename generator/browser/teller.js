/* Results of the tables in sentences, as answers/quote_text.py tells them: for every tool that says what something costs. */

import { among, distinct, settled } from "./decisions.js";
import { asMoney } from "./money.js";
import { say } from "./page_parts.js";

/** @import { Data, Modality, Price, PriceState, Statement, Unit, Words } from "./data.js" */
/** @import { Bill, Block, Cases, Known, Quote, Result } from "./types.js" */
/** @typedef {keyof Words["simulator"]} Key */

const MOST_CASES = 12;
const FEW = 2; // so many values are named in a sentence
/** @type {PriceState[]} */
export const PAID = ["charged", "on_quote"];

/** Tells results from the published data. */
export class Teller {
  /** @param {Data} data */
  constructor(data) {
    this.whole = data;
    this.data = data;
    this.words = data.words.simulator;
    this.group = "";
  }

  /**
   * Tell from now on what holds for a group of requesters while it is not known which of them asks.
   *
   * @param {{ name: string, members: string[] }} group
   */
  hear({ name, members }) {
    this.data = among(this.whole, members);
    this.group = name;
  }

  /**
   * What stands for a value that is not known: of who asks, the group that it is one of.
   *
   * @param {string} dimension
   */
  unknown(dimension) {
    return (dimension === "requester" && this.group) || this.words.not_known;
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
   * One sentence: who pays, and how much where that is known.
   *
   * @param {Result} result
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  verdict(result, known, bill) {
    const { key, party, amount } = this.told(result, known, bill);
    return this.say(key, { party: capital(party), amount });
  }

  /**
   * The same in so few words that several fit into a sentence.
   *
   * @param {Result} result
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  brief(result, known, bill) {
    const { key, party, amount } = this.told(result, known, bill);
    return this.say(/** @type {Key} */ (`brief_${key.replace(/_nobody$/, "")}`), { party, amount });
  }

  /**
   * The key of what is said of a result, and the party and the amount that this names.
   *
   * @param {Result} result
   * @param {Known} known
   * @param {Bill | null} [bill]
   * @returns {{ key: Key, party: string, amount: string }}
   */
  told(result, known, bill) {
    const { state, payer } = result;
    const requester = this.data.requesters[known.requester];
    const concerned = requester && requester.party === requester.billed;
    if (state === "waived" && !concerned) return { key: "waived_nobody", party: "", amount: "" };
    if (!PAID.includes(state)) return { key: /** @type {Key} */ (state), party: "", amount: "" };
    const amount = this.amount(result, bill);
    const unpriced = state === "charged" ? "" : "_quote";
    if (!payer || payer === "unknown") {
      const kind = amount ? "_amount" : unpriced;
      return { key: kind === "_quote" ? "on_quote" : `charged${kind}`, party: "", amount };
    }
    const told = amount || this.time(result, bill);
    const kind = told ? "_amount" : unpriced;
    if (requester && requester.party === payer) return { key: `you_pay${kind}`, party: "", amount: told };
    return { key: `party_pays${kind}`, party: this.data.parties[payer], amount: told };
  }

  /**
   * A quote in one sentence: what it comes to, marked where that is inferred, or on what that depends.
   *
   * @param {Quote} quote
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  headline(quote, known, bill) {
    const { deciding, results } = quote;
    if (deciding) return this.depends(quote, known, bill);
    return this.marked(this.verdict(results[0], known, bill), factsOf(results, bill));
  }

  /**
   * What decides, in one sentence: a result with few values and else the other, or each that is possible, or how many.
   * The whole is marked where any of it is inferred; which, is told where each result stands by itself.
   *
   * @param {Quote} quote
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  depends({ deciding, ways, results }, known, bill) {
    const by = deciding ?? "";
    /** @type {Map<string, string[]>} */
    const told = new Map();
    for (const way of ways) {
      const text = this.briefly(way.results, { ...known, [by]: way.value }, bill);
      told.set(text, [...(told.get(text) ?? []), this.value(by, way.value)]);
    }
    const [one, other] = [...told].sort(([, some], [, others]) => some.length - others.length);
    const facts = factsOf(results, bill);
    if (told.size === 2 && one[1].length <= FEW && ways.every((way) => settled(way.results))) {
      const values = this.either(one[1]);
      return this.marked(this.say("open_else", { result: one[0], values, other: other[0] }), facts);
    }
    const each = [...new Set(results.map((result) => this.briefly([result], known, bill)))];
    if (each.length > FEW + 1) return this.open(results);
    // Where an answer to it leaves more open, it does not decide alone.
    const key = ways.every((way) => settled(way.results)) ? "open_by" : "open_by_more";
    return this.marked(this.say(key, { dimension: this.dimension(by), results: this.listed(each) }), facts);
  }

  /**
   * What results come to, in few words.
   *
   * @param {Result[]} results
   * @param {Known} known
   * @param {Bill | null} [bill]
   */
  briefly(results, known, bill) {
    return this.listed([...new Set(results.map((result) => this.brief(result, known, bill)))]);
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
    return this.say("open", { number: distinct(results).length });
  }

  /**
   * @param {Result} result
   * @param {Bill | null} [bill]
   */
  amount(result, bill) {
    if (result.price) return this.price(result.price);
    if (result.state !== "charged" || !bill?.amount) return "";
    const amount = this.money(bill.amount, bill.currency);
    return this.counted(amount, bill);
  }

  /**
   * The time that is billed: of it one can speak where no rate is known.
   *
   * @param {Result} result
   * @param {Bill | null} [bill]
   */
  time(result, bill) {
    return result.state === "charged" && bill ? this.counted(this.quantity(bill.unit, bill.units), bill) : "";
  }

  /**
   * An amount, of which it is said where it can only be more, and where no source tells how it is rounded.
   *
   * @param {string} amount
   * @param {Bill} bill
   */
  counted(amount, { untold }) {
    if (untold.includes("increment")) return this.say("by_count", { amount });
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
    if (known.requester) return modality.access[known.requester].unpriced;
    return modality.closed[result.state === "not_offered" ? "denied" : "unknown"];
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
   * Say of a text whose facts are not named beside it that it is inferred, where it is.
   *
   * @param {string} text
   * @param {string[]} facts
   */
  marked(text, facts) {
    return this.inferred(facts) ? `${text} (${this.words.inference})` : text;
  }

  /**
   * What the reason of a result rests on: who pays, and how time is counted, have facts of their own.
   *
   * @param {Modality} modality
   * @param {Result} result
   */
  factsOfReason(modality, result) {
    const row = this.data.rules[modality.rule].rows.find(({ id }) => id === result.row);
    return row ? row.facts : result.facts;
  }

  /**
   * Tells whether what rests on facts is an inference.
   *
   * @param {string[]} facts
   */
  inferred(facts) {
    return facts.some((id) => this.data.facts[id].inferred);
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
      const text = this.marked(this.verdicts(results, { ...known, [deciding]: value }, bill), factsOf(results, bill));
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
}

/**
 * What results rest on, and where time is charged, what the count of it does.
 *
 * @param {Result[]} results
 * @param {Bill | null} [bill]
 */
export function factsOf(results, bill) {
  const counted = bill && results.some(({ state }) => state === "charged") ? bill.facts : [];
  return [...new Set([...results.flatMap((result) => result.facts), ...counted])];
}

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
