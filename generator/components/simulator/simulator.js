/* The simulator: reads the form, asks the tables, and shows the answer below; nothing that is typed leaves the page. */

import { put, read, write } from "./url_state.js";
import { quote } from "./decisions.js";
import { asMoney, asNumber, inMinutes, plainly, readDecimal } from "./money.js";
import { chart } from "./simulator_chart.js";
import { check } from "./simulator_check.js";
import { all, announcer, at, citation, copyButton, node, one, say, signed, within } from "./simulator_parts.js";
import { asText, factsOf, Teller } from "./simulator_tell.js";

/** @import { Data, Modality, Named, Rule, Words } from "./data.js" */
/** @import { Block, Content, Decimal, Known, Line, Told, Typed } from "./types.js" */
/** @typedef {keyof Words["simulator"]} Key */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {{ id: string, values: { id: string, earlier: string[], name: string }[] }} NamedChoice */

const MOST_MINUTES = 1_000_000n;
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
    this.root = root;
    this.teller = new Teller(data);
    this.words = data.words.simulator;
    this.form = one(element, "form");
    this.result = one(element, "[data-result]");
    this.dropped = one(this.form, "[data-dropped]");
    this.announce = announcer(element);
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
    this.result.addEventListener("toggle", () => this.reach(), true);
    addEventListener("popstate", () => this.restore());
    addEventListener("resize", () => this.reach());
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
      this.result.replaceChildren(node("p", { class: "simulator__headline tone" }, this.words.choose));
      return this.problem(wrong) || this.words.choose;
    }
    const asked = Object.fromEntries(
      rule.dimensions.filter((each) => known[each.id]).map((each) => [each.id, known[each.id]]),
    );
    const made = quote(this.data, modality, asked);
    const answer = this.teller.blocks(modality, asked, made, typed);
    let said = answer.headline;
    if (typed.billed) {
      const checked = check(this.teller, modality, asked, made, answer.bill, typed.billed);
      // Whoever gave a total asks whether it is right: where that can be told, it comes before everything else.
      if (answer.decided) answer.checked = checked;
      else answer.blocks.splice(1, 0, checked);
      const [{ text, facts = [] }] = checked.lines;
      const told = this.teller.marked(text, facts);
      said = answer.decided ? `${told} ${said}` : `${said} ${told}`;
    }
    this.result.replaceChildren(...this.shown(answer, modality, asked, typed));
    this.reach();
    return this.problem(wrong) || said;
  }

  /** A table that is wider than its box can be reached and scrolled by keyboard; one that is not is no stop. */
  reach() {
    for (const box of all(this.result, ".table-scroll")) {
      const wide = box.scrollWidth > box.clientWidth;
      const told = { tabindex: "0", role: "region", "aria-label": one(box, "caption").textContent };
      for (const [name, value] of Object.entries(told)) {
        if (wide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
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
    const found = readDecimal(inMinutes(this.entry("minutes")), this.data.signs);
    const { problem, scale = 0 } = found;
    const unit = 10n ** BigInt(scale);
    // "10,0" is whole, as it is for the command.
    const digits = found.digits !== undefined && found.digits % unit === 0n ? found.digits / unit : found.digits;
    const whole = found.digits === undefined || found.digits % unit === 0n;
    /** @type {Key | false | 0 | undefined} */
    const wrong =
      (problem !== "empty" && problem) ||
      (digits !== undefined &&
        ((!whole && "not-whole") || (!digits && "zero") || (digits > MOST_MINUTES && "too-long")));
    const minutes = problem || wrong ? null : Number(digits);
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

  /**
   * @param {Told} answer
   * @param {Modality} modality
   * @param {Known} known
   * @param {Typed} typed
   */
  shown(answer, modality, known, typed) {
    const { data, teller } = this;
    const second = answer.checked ? " simulator__headline--second" : "";
    const parts = [
      ...(answer.checked ? [this.block(answer.checked)] : []),
      node("p", { class: `simulator__headline${second} tone tone--${answer.state}` }, answer.headline),
      ...answer.blocks.map((each) => this.block(each)),
      copyButton(this.form.dataset.copy ?? "", data.words.shared, () => asText(answer, data), this.announce),
    ];
    const rule = data.rules[modality.rule];
    if (answer.bill) parts.push(chart(teller, rule, answer.bill));
    parts.push(this.outcomes(modality, known, typed), this.modalities(known, typed));
    return parts;
  }

  /** @param {Block} block */
  block({ key, title, verdict, lines }) {
    const told = lines.map((line, number) => this.line(line, verdict && !number));
    const alone = verdict || (lines.length === 1 && key !== "before");
    const first = alone ? node("p", { class: verdict ? "simulator__verdict" : null }, told.shift() ?? null) : null;
    const rest = told.length
      ? node(
          "ul",
          {},
          told.map((each) => node("li", {}, each)),
        )
      : null;
    const head = title ? node("h3", { class: "simulator__title" }, title) : null;
    return node("section", { class: `simulator__part simulator__part--${key}` }, head, first, rest);
  }

  /** @param {Line} line */
  line({ text, facts, cases }, strong = false) {
    // In a large guide, the cases stand on a page for each group, elsewhere on this one.
    const { cases: elsewhere } = this.data.modalities[this.entry("modality")];
    const page = elsewhere ? within(elsewhere, this.root) : "";
    const links = cases?.ids.map((id) => node("a", { class: "case", href: `${page}#${id.toLowerCase()}` }, id)) ?? [];
    const told = strong ? node("strong", {}, text) : text;
    return [
      told,
      links.flatMap((link) => [" ", link]),
      cases?.more ? ` ${cases.more}` : null,
      facts?.length ? [" ", citation(this.data, this.root, facts)] : null,
    ].flat();
  }

  /**
   * @param {Modality} modality
   * @param {Known} known
   * @param {Typed} typed
   */
  outcomes(modality, known, typed) {
    const { words, data, teller } = this;
    const rule = data.rules[modality.rule];
    const values = rule.dimensions.find((each) => each.id === "outcome")?.values ?? [];
    const rows = values.map((value) => {
      const name = teller.value("outcome", value);
      return this.row(name, modality, { ...known, outcome: value }, typed, value === known.outcome);
    });
    return this.table(say(words.each_outcome, { modality: modality.name }), words.outcome, rows);
  }

  /**
   * @param {Known} known
   * @param {Typed} typed
   */
  modalities(known, typed) {
    const { words, data, root } = this;
    const here = this.entry("modality");
    const rows = Object.entries(data.modalities).map(([id, modality]) => {
      const dimensions = data.rules[modality.rule].dimensions.filter((each) => known[each.id]);
      const asked = Object.fromEntries(dimensions.map((each) => [each.id, known[each.id]]));
      const link = signed(modality, data.icons, within(modality.href, root));
      // A rate that the reader gave is that of one service: the others count with what the guide knows.
      return this.row(link, modality, asked, id === here ? typed : { ...typed, rate: null }, id === here);
    });
    return this.table(words.each_modality, words.modality, rows);
  }

  /**
   * @param {Content} name
   * @param {Modality} modality
   * @param {Known} known
   * @param {Typed} typed
   * @param {boolean} here
   */
  row(name, modality, known, typed, here) {
    const rule = this.data.rules[modality.rule];
    const made = quote(this.data, modality, known);
    const charged = rule.timed && made.results.some((each) => each.state === "charged");
    const bill = charged && typed.minutes ? this.teller.bill(rule, typed.minutes, typed.rate) : null;
    const told = this.teller.marked(this.teller.verdicts(made.results, known, bill), factsOf(made.results));
    return node(
      "tr",
      { "aria-current": here ? "true" : null },
      node("th", { scope: "row" }, name),
      node("td", {}, told),
    );
  }

  /**
   * @param {string} caption
   * @param {string} head
   * @param {HTMLElement[]} rows
   */
  table(caption, head, rows) {
    return node(
      "div",
      { class: "table-scroll" },
      node(
        "table",
        { class: "simulator__table" },
        node("caption", {}, caption),
        node(
          "thead",
          {},
          node("tr", {}, node("th", { scope: "col" }, head), node("th", { scope: "col" }, this.words.result)),
        ),
        node("tbody", {}, rows),
      ),
    );
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
