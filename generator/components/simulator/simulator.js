/* The simulator: reads the form, asks the tables, and shows the answer below; nothing that is typed leaves the page. */

import { put, read, write } from "./url_state.js";
import { quote } from "./decisions.js";
import { asMoney, asNumber, plainly, readDecimal, readMinutes } from "./money.js";
import { all, announcer, at, node, one, say } from "./page_parts.js";
import { answer } from "./simulator_answer.js";
import { Result } from "./simulator_result.js";
import { Teller } from "./teller.js";

/** @import { Data, Modality, Named, Words } from "./data.js" */
/** @import { Decimal, Known } from "./types.js" */
/** @typedef {keyof Words["simulator"]} Key */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {{ id: string, values: { id: string, earlier: string[], name: string }[] }} NamedChoice */

const PAUSE = 700; // milliseconds after the last key before a result is announced

/**
 * Make the simulator of what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {{ root: URL }} site
 */
export function enhance(element, data, { root }) {
  const tool = new Simulator(element, data, root);
  tool.start();
}

class Simulator {
  /**
   * @param {HTMLElement} element
   * @param {Data} data
   * @param {URL} root
   */
  constructor(element, data, root) {
    this.element = element;
    this.data = data;
    this.teller = new Teller(data);
    this.words = data.words.simulator;
    this.form = one(element, "form");
    this.dropped = one(this.form, "[data-dropped]");
    this.announce = announcer(element);
    const { copy = "" } = this.form.dataset;
    this.result = new Result(one(element, "[data-result]"), this.teller, root, copy, this.announce);
    this.choices = choices(data);
    this.rateLabel = one(element, "label[for=simulator-rate]").textContent;
    this.rateExample = one(element, "#simulator-rate-example").textContent;
    this.timer = 0;
  }

  start() {
    for (const { id, values } of this.choices) {
      this.field(id)?.append(...values.map((each) => node("option", { value: each.id }, each.name)));
    }
    this.form.hidden = false;
    this.restore();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.changed(at(event)));
    addEventListener("popstate", () => this.restore());
    this.element.dataset.ready = "";
  }

  /**
   * The field of a name, where the form has one.
   *
   * @param {string} name
   */
  field(name) {
    return /** @type {Field | null} */ (this.form.elements.namedItem(name));
  }

  /**
   * What stands in a field.
   *
   * @param {string} name
   */
  entry(name) {
    return this.field(name)?.value ?? "";
  }

  /** Take the choice from the address; what it names that does not exist is left out, and said. */
  restore() {
    const { chosen, unknown } = read(location.search, this.choices);
    for (const { id } of this.choices) {
      const field = this.field(id);
      if (field) field.value = chosen[id] ?? "";
    }
    const names = unknown.map(([name, value]) => `${name}=${value}`).join(", ");
    this.dropped.textContent = names && say(this.data.words.shared.dropped, { names });
    this.show();
    if (names) {
      this.announce(this.dropped.textContent);
      this.keep();
    }
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
    const typed = { minutes: this.minutes(), rate: this.amount("rate"), billed: this.amount("billed") };
    const wrong = /** @type {Field | null} */ (this.form.querySelector("[aria-invalid=true]"));
    if (!modality) {
      const missing = this.result.ask();
      return this.problem(wrong) || missing;
    }
    const asked = Object.fromEntries(
      rule.dimensions.filter((each) => known[each.id]).map((each) => [each.id, known[each.id]]),
    );
    const made = quote(this.data, modality, asked);
    const told = answer(this.teller, modality, asked, made, typed);
    this.result.show(told, modality, asked, typed);
    return this.problem(wrong) || told.said;
  }

  /**
   * Name the unit that the rate is for, once the modality tells it, how a rate of the other is converted, and where it
   * can be read.
   *
   * @param {Modality | undefined} modality
   */
  nameRate(modality) {
    const rule = modality && this.data.rules[modality.rule];
    const unit = rule?.timed && rule.unit;
    const hints = [unit && this.words[`convert_${unit}`], modality?.rateAt].filter(Boolean);
    one(this.form, "label[for=simulator-rate]").textContent = unit ? this.words[`rate_of_${unit}`] : this.rateLabel;
    one(this.form, "#simulator-rate-example").textContent =
      this.rateExample + (hints.length ? `. ${hints.join(" ")}` : "");
  }

  /** @param {Field | null} field */
  problem(field) {
    return field ? this.note(field.name).textContent : "";
  }

  /** @param {string} name */
  note(name) {
    return one(this.form, `[data-note="${name}"]`);
  }

  /**
   * Say beside a field what was understood of it, or what is wrong with it.
   *
   * @param {string} name
   * @param {Key | false | 0 | undefined} problem
   * @param {string | false | 0 | null} told
   */
  understood(name, problem, told) {
    const note = this.note(name);
    const field = one(this.form, `[name="${name}"]`);
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
    const { problem, minutes = null } = readMinutes(this.entry("minutes"), this.data.signs);
    const wrong = problem !== "empty" && problem;
    this.understood("minutes", wrong, minutes && this.teller.quantity("minute", minutes));
    return minutes;
  }

  /**
   * @param {string} name
   * @returns {Decimal | null}
   */
  amount(name) {
    const found = readDecimal(this.entry(name), this.data.signs, this.data.signs.currency);
    const zero = name === "rate" && found.digits === 0n;
    /** @type {Key | false | undefined} */
    const wrong = (found.problem !== "empty" && found.problem) || (zero && "zero");
    const { language, currency } = this.data;
    const told = !found.problem && !wrong && money(plainly(found), currency, language);
    this.understood(name, wrong, told);
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
