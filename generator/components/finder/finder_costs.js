/* What the recommended modalities cost the reader: who that is, the answer in one sentence, and the reasons. */

import { among, quote } from "./decisions.js";
import { citation, fold, node, replace, say, signed, within } from "./page_parts.js";
import { group } from "./shell.js";
import { factsOf, Teller } from "./teller.js";

/** @import { Data } from "./data.js" */
/** @import { Answers, Known } from "./types.js" */

const FEW = 3; // so many modalities are named in a sentence

/** Tells what something costs without the word of an inference: the mark beside it has that, and leads to the facts. */
class Cited extends Teller {
  /** @param {string} text */
  marked(text) {
    return text;
  }
}

/** Tells the reader what the modalities that are recommended cost; `asked` is called with the requester that they are. */
export class Costs {
  /**
   * @param {Data} data
   * @param {URL} root
   * @param {(who: string) => void} asked
   */
  constructor(data, root, asked) {
    this.data = data;
    this.root = root;
    this.asked = asked;
    this.words = data.words.finder;
    this.teller = new Teller(data);
    this.cited = new Cited(data);
    this.rows = new Map(data.finder.rows.map((row) => [row.id, row]));
    this.questions = new Map(data.finder.questions.map((question) => [question.id, question]));
    this.who = "";
    /** @type {Answers} */
    this.answers = {};
    /** @type {string[]} */
    this.modalities = [];
    this.title = heading("");
    this.place = node("div", { class: "finder__cost" });
    this.sentence = node("p", { class: "finder__sentence tone" });
    this.depends = "";
  }

  /** @param {string} id */
  question(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`there is no question ${id}`);
    return question;
  }

  /**
   * Who the reader is, and the price for them; `depends` is the question on which it depends what is recommended.
   *
   * @param {{ depends?: string }} [how]
   */
  cost({ depends = "" } = {}) {
    this.depends = depends;
    const possible = this.possible();
    const offered = Object.entries(this.data.requesters).filter(([id]) => !possible.length || possible.includes(id));
    const options = offered.map(([id, { name }]) => node("option", { value: id }, name));
    const select = node(
      "select",
      { class: "field__input finder__who", id: "finder-who" },
      node("option", { value: "" }, group().name || this.words.choose),
      ...options,
    );
    select.value = this.requester() ?? "";
    select.addEventListener("input", () => {
      this.chosen(select.value);
      this.asked(select.value);
    });
    this.chosen(select.value);
    return [
      node("p", { class: "finder__ask" }, node("label", { for: "finder-who" }, this.words.who), " ", select),
      this.place,
    ];
  }

  /** Who the reader can be: by the answers, and by as whom the guide is read; nobody is named where it is anybody. */
  possible() {
    const told = this.taken().flatMap((answer) => answer?.requesters ?? []);
    const read = group().members;
    const both = read.filter((id) => !told.length || told.includes(id));
    if (!both.length) return told;
    return this.who && !told.length && !both.includes(this.who) ? [...both, this.who] : both;
  }

  /** Who the reader is: what was chosen, else what an answer implies. */
  requester() {
    return this.who || this.implied().requester;
  }

  /**
   * What the answers imply of the things that prices depend on.
   *
   * @returns {Known}
   */
  implied() {
    return Object.assign({}, ...this.taken().map((answer) => answer?.implies));
  }

  /** The answers given; nothing for one that the reader does not know yet. */
  taken() {
    const given = Object.entries(this.answers);
    return given.map(([id, answer]) => this.question(id).answers.find((each) => each.id === answer));
  }

  /** @param {string} who */
  chosen(who) {
    const [first, ...others] = this.modalities;
    this.say(first, who);
    const told = this.openTo(first, who) ? this.words.recommended : this.words.would_fit;
    this.title.textContent = say(told, { modality: this.name(first) });
    const somebody = Boolean(who) || this.possible().length > 0;
    const prices = somebody ? others.flatMap((id) => this.priced(id, who)) : [];
    const more = others.map((id) => this.name(id)).join(" · ");
    replace(this.place, [
      ...(somebody ? (this.depends ? this.priced(first, who) : this.reasoned(first, who)) : []),
      others.length && !this.depends ? fold(this.words.also, more, this.links(others), ...prices) : prices,
    ]);
  }

  /**
   * The answer in one sentence, which stays in sight.
   *
   * @param {string} first
   * @param {string} who
   */
  say(first, who) {
    let [state, text] = ["", say(this.words.say_who, { modality: this.name(first) })];
    /** @type {string[]} */
    let facts = [];
    if (this.depends) {
      const names = this.modalities.map((id) => this.name(id));
      const told = { question: this.depends, modalities: this.teller.listed(names) };
      text = say(names.length > FEW ? this.words.depends_alone : this.words.depends, told);
    } else if (who || this.possible().length) {
      const { known, made } = this.quoted(first, who);
      state = made.deciding ? "" : ` tone--${made.results[0].state}`;
      text = this.cited.headline(made, known);
      facts = factsOf(made.results);
    }
    this.sentence.className = `finder__sentence tone${state}`;
    replace(this.sentence, this.stated(text, facts));
  }

  /**
   * What a modality costs somebody: the sentence, or what decides and each way it can go.
   *
   * @param {string} id
   * @param {string} who
   */
  quoted(id, who) {
    const modality = this.data.modalities[id];
    /** @type {Known} */
    const values = { ...this.implied(), ...(who && { requester: who }) };
    const dimensions = this.data.rules[modality.rule].dimensions.map((each) => each.id);
    const known = Object.fromEntries(dimensions.filter((each) => each in values).map((each) => [each, values[each]]));
    const made = quote(among(this.data, this.possible()), modality, known);
    return { modality, known, made };
  }

  /**
   * What a modality costs somebody, under its name.
   *
   * @param {string} id
   * @param {string} who
   */
  priced(id, who) {
    const { modality, known, made } = this.quoted(id, who);
    const tone = made.deciding ? "tone" : `tone tone--${made.results[0].state}`;
    return [
      node("h4", { class: "finder__modality" }, modality.name),
      node(
        "p",
        { class: `finder__verdict ${tone}` },
        ...this.stated(this.cited.headline(made, known), factsOf(made.results)),
      ),
      ...this.reasoned(id, who),
    ];
  }

  /**
   * A sentence with the mark of all that it rests on: who pays as well as what is charged.
   *
   * @param {string} text
   * @param {string[]} facts
   */
  stated(text, facts) {
    return [text, " ", citation(this.data, this.root, facts)];
  }

  /**
   * Whether a source says of any of those who ask that they may; where nobody knows who asks, it is taken as open.
   *
   * @param {string} id
   * @param {string} who
   */
  openTo(id, who) {
    const { access } = this.data.modalities[id];
    const asking = who ? [who] : this.possible();
    return !asking.length || asking.some((each) => access[each].state === "allowed");
  }

  /**
   * Why it costs somebody that; where it is open, what decides and each way it can go.
   *
   * @param {string} id
   * @param {string} who
   */
  reasoned(id, who) {
    const { modality, known, made } = this.quoted(id, who);
    if (!made.deciding) {
      const reasons = new Map(
        made.results.map((each) => [
          this.teller.reason(modality, each, known),
          this.teller.factsOfReason(modality, each),
        ]),
      );
      return [...reasons].map(([text, facts]) => node("p", {}, text, " ", citation(this.data, this.root, facts)));
    }
    const [ways, ...now] = this.teller.opened(known, made, null);
    const told = ways.lines.map(({ text }) => node("li", {}, text));
    const todo = now.flatMap(({ title, lines: [{ text, facts = [] }] }) => [
      node("p", { class: "finder__label" }, title),
      node("p", {}, text, " ", citation(this.data, this.root, facts)),
    ]);
    return [fold(ways.title, now.map(({ title }) => title).join(), node("ul", {}, ...told), ...todo)];
  }

  /** The same as one text for who listens. */
  spoken() {
    const who = this.requester();
    if (!who && !this.possible().length) return "";
    return this.modalities
      .map((id) => {
        const { modality, known, made } = this.quoted(id, who ?? "");
        return `${modality.name}: ${this.teller.headline(made, known)}`;
      })
      .join(" ");
  }

  /** @param {string} id */
  name(id) {
    return this.data.modalities[id].name;
  }

  /** @param {string} id */
  link(id, more = false) {
    const modality = this.data.modalities[id];
    return signed(modality, this.data.icons, within(modality.href, this.root), more);
  }

  /**
   * Several in a row, each comma with the name before it.
   *
   * @param {string[]} ids
   */
  links(ids) {
    return ids.flatMap((id, at) => [this.link(id, at < ids.length - 1), " "]);
  }
}

/** @param {string} text */
export function heading(text) {
  return node("h2", { class: "finder__title", id: "finder-title", tabindex: "-1" }, text);
}
