/* The form of a case, for every tool that asks for one: the address holds what is chosen, the history what is typed.

A link to another tool takes both along. What was typed goes behind the address's #, which no server is sent. */

import { put, read, remember, remembered, write } from "./url_state.js";
import { asMoney, asNumber, plainly, readDecimal, readMinutes } from "./money.js";
import { all, at, node, one, say } from "./page_parts.js";
import { alone, group, members } from "./shell.js";

/** @import { Data, Modality, Named, Rule, Words } from "./data.js" */
/** @import { Announce, Decimal, Known, Typed } from "./types.js" */
/** @import { Teller } from "./teller.js" */
/** @typedef {keyof Words["simulator"]} Key */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {{ id: string, values: { id: string, earlier: string[], name: string }[] }} NamedChoice */
/** @typedef {{ modality: Modality, rule: Rule, known: Known }} Asked */
/** @typedef {(asked: Asked | null, typed: Typed) => string} Show */

const REQUESTER = "requester";
const PAUSE = 700; // milliseconds after the last key before a result is announced

/** Reads the form of a tool; `show` is given what it says, and gives back the sentence that answers it. */
export class CaseForm {
  /**
   * @param {HTMLElement} element
   * @param {Teller} teller
   * @param {Announce} announce
   * @param {Show} show
   */
  constructor(element, teller, announce, show) {
    this.data = teller.data;
    this.teller = teller;
    this.words = teller.words;
    this.form = one(element, "fieldset");
    this.dropped = one(this.form, "[data-dropped]");
    this.announce = announce;
    this.answer = show;
    this.choices = choices(this.data);
    this.numbers = /** @type {HTMLInputElement[]} */ (all(this.form, "input[data-example]"));
    this.rateLabel = this.labelOf("rate").textContent;
    this.along = /** @type {HTMLAnchorElement[]} */ (all(element, "a[data-along]"));
    this.open = this.field(REQUESTER)?.querySelector("option")?.textContent ?? "";
    this.timer = 0;
  }

  start() {
    for (const { id, values } of this.choices) {
      this.field(id)?.append(...values.map((each) => node("option", { value: each.id }, each.name)));
    }
    this.form.inert = false;
    this.restore();
    this.form.addEventListener("input", (event) => this.changed(at(event)));
    addEventListener("popstate", () => this.restore());
    addEventListener("reader", () => {
      const field = this.field(REQUESTER);
      if (!field) return;
      const kept = !members().length || members().includes(field.value);
      this.hear(alone() || (kept ? field.value : ""));
      this.changed(field);
    });
  }

  /**
   * Ask whoever reads as a group which of it they are: nobody else is offered, unless an address named them.
   *
   * @param {string} chosen
   */
  hear(chosen) {
    const { name, members: among } = group();
    this.teller.hear({ name, members: among });
    const field = /** @type {HTMLSelectElement | null} */ (this.field(REQUESTER));
    if (!field) return;
    const { values } = /** @type {NamedChoice} */ (this.choices.find(({ id }) => id === REQUESTER));
    const offered = values.filter(({ id }) => !among.length || among.includes(id) || id === chosen);
    field.replaceChildren(
      node("option", { value: "" }, name || this.open),
      ...offered.map((each) => node("option", { value: each.id }, each.name)),
    );
    field.value = chosen;
  }

  /**
   * The field of a name, where the form has one.
   *
   * @param {string} name
   */
  field(name) {
    return /** @type {Field | null} */ (this.form.elements.namedItem(name));
  }

  /** @param {string} name */
  labelOf(name) {
    return one(this.form, `label:has(+ [name="${name}"])`);
  }

  /** @param {string} name */
  hintOf(name) {
    return one(this.form, `[data-hint="${name}"]`);
  }

  /** @param {string} name */
  note(name) {
    return one(this.form, `[data-note="${name}"]`);
  }

  /**
   * What stands in a field.
   *
   * @param {string} name
   */
  entry(name) {
    return this.field(name)?.value ?? "";
  }

  /**
   * Take the choice from the address, and what was typed from the history; a number in an address is taken out of it.
   * What an address names that does not exist is left out, and said.
   */
  restore() {
    const search = new URLSearchParams(location.search);
    const carried = new URLSearchParams(location.hash.slice(1));
    const typed = remembered();
    let given = false;
    for (const field of this.numbers) {
      const told = carried.get(field.name) ?? search.get(field.name);
      if (carried.has(field.name)) history.replaceState(history.state, "", location.pathname + location.search);
      search.delete(field.name);
      field.value = told ?? typed[field.name] ?? "";
      given ||= told !== null;
    }
    const { chosen, unknown } = read(search, this.choices);
    if (alone()) chosen[REQUESTER] ??= alone();
    for (const { id } of this.choices) {
      const field = this.field(id);
      if (field) field.value = chosen[id] ?? "";
    }
    this.hear(chosen[REQUESTER] ?? "");
    const names = unknown.map(([name, value]) => `${name}=${value}`).join(", ");
    this.dropped.textContent = names && say(this.data.words.shared.dropped, { names });
    this.show();
    if (names) this.announce(this.dropped.textContent);
    if (names || given) this.keep();
  }

  /** @param {HTMLElement} target */
  changed(target) {
    this.dropped.textContent = "";
    const told = this.show();
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.announce(told), target.tagName === "SELECT" ? 0 : PAUSE);
  }

  keep() {
    const shown = this.choices.filter(({ id }) => !this.field(id)?.closest("[hidden]"));
    put(write(this.known(shown), this.choices), { step: false });
    remember(Object.fromEntries(this.numbers.map(({ name, value }) => [name, value])));
  }

  /**
   * What is chosen, by id.
   *
   * @returns {Known}
   */
  known(among = this.choices) {
    const values = among.map(({ id }) => [id, this.entry(id)]);
    return Object.fromEntries(values.filter(([, value]) => value));
  }

  /** Show the answer to what the form says now; give the sentence that says it. */
  show() {
    const { modality: id, ...known } = this.known();
    const modality = this.data.modalities[id];
    const rule = modality && this.data.rules[modality.rule];
    for (const field of all(this.form, "[data-dimension]")) {
      field.hidden = !rule?.dimensions.some((each) => each.id === field.dataset.dimension);
    }
    this.nameRate(modality);
    const numbers = this.numbers.map(({ name, value }) => [name, value]).filter(([, value]) => value);
    for (const link of this.along) {
      link.search = write(this.known(), this.choices);
      link.hash = new URLSearchParams(numbers).toString();
    }
    const typed = { minutes: this.minutes(), rate: this.amount("rate"), billed: this.amount("billed") };
    const wrong = /** @type {Field | null} */ (this.form.querySelector("[aria-invalid=true]"));
    const asked = rule?.dimensions.filter((each) => known[each.id]).map((each) => [each.id, known[each.id]]);
    const told = this.answer(modality ? { modality, rule, known: Object.fromEntries(asked) } : null, typed);
    return wrong ? this.note(wrong.name).textContent : told;
  }

  /**
   * Name the unit that the rate is for, once the modality tells it, where it can be read, and how a rate of the other is
   * converted.
   *
   * @param {Modality | undefined} modality
   */
  nameRate(modality) {
    const rule = modality && this.data.rules[modality.rule];
    const unit = rule?.timed && rule.unit;
    const asked = modality?.ask.rate;
    const where = asked?.at && this.teller.marked(say(this.words.rate_at, { at: asked.at }), asked.facts);
    const hints = [where, unit && this.words[`convert_${unit}`]].filter(Boolean);
    this.labelOf("rate").textContent = unit ? this.words[`rate_of_${unit}`] : this.rateLabel;
    this.hintOf("rate_at").textContent = hints.join(" ");
  }

  /**
   * Say beside a field what was understood of it, or what is wrong with it.
   *
   * @param {Field} field
   * @param {Key | false | 0 | undefined} problem
   * @param {string | false | 0 | null} told
   */
  understood(field, problem, told) {
    const note = this.note(field.name);
    if (problem) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    note.classList.toggle("field__note--wrong", Boolean(problem));
    const { example = "" } = field.dataset;
    const text = problem
      ? say(this.words[problem], { example })
      : told
        ? say(this.words.understood, { number: told })
        : "";
    if (note.textContent !== text) note.textContent = text;
  }

  minutes() {
    const field = this.field("minutes");
    if (!field) return null;
    const { problem, minutes = null } = readMinutes(field.value, this.data.signs);
    const wrong = problem !== "empty" && problem;
    this.understood(field, wrong, minutes && this.teller.quantity("minute", minutes));
    return minutes;
  }

  /**
   * @param {string} name
   * @returns {Decimal | null}
   */
  amount(name) {
    const field = this.field(name);
    if (!field) return null;
    const found = readDecimal(field.value, this.data.signs, this.data.signs.currency);
    const zero = name === "rate" && found.digits === 0n;
    /** @type {Key | false | undefined} */
    const wrong = (found.problem !== "empty" && found.problem) || (zero && "zero");
    const { language, currency } = this.data;
    const told = !found.problem && !wrong && money(plainly(found), currency, language);
    this.understood(field, wrong, told);
    return found.problem || wrong ? null : found;
  }
}

/**
 * @param {string} digits
 * @param {string} currency
 * @param {string} language
 */
function money(digits, currency, language) {
  const [, fraction = ""] = digits.split(".");
  return fraction.length > 6 ? asNumber(digits, language) : asMoney(digits, currency, language);
}

/**
 * What the address can hold, in its order.
 *
 * @param {Data} data
 * @returns {NamedChoice[]}
 */
function choices(data) {
  /** @type {(entries: Record<string, Named>) => NamedChoice["values"]} */
  const of = (entries) => Object.entries(entries).map(([id, { earlier, name }]) => ({ id, earlier, name }));
  return [
    { id: "requester", values: of(data.requesters) },
    { id: "modality", values: of(data.modalities) },
    { id: "outcome", values: of(data.outcomes) },
    ...Object.entries(data.dimensions).map(([id, { values }]) => ({ id, values: of(values) })),
  ];
}
