/* What the finder's answers come to: a recommendation with its reasons, or all that is still possible and what decides. */

import { quote } from "./decisions.js";
import { advise } from "./finder_engine.js";
import { citation, node, say, signed, within } from "./page_parts.js";
import { Teller } from "./teller.js";

/** @import { Data, FinderRow } from "./data.js" */
/** @import { Advice, Answers, Known, Piece } from "./types.js" */

/** Shows results; `asked` is called with the requester that the reader is. */
export class Results {
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
    this.rows = new Map(data.finder.rows.map((row) => [row.id, row]));
    this.questions = new Map(data.finder.questions.map((question) => [question.id, question]));
    this.who = "";
    /** @type {Answers} */
    this.answers = {};
    /** @type {string[]} */
    this.modalities = [];
    this.place = node("div", { class: "finder__cost" });
  }

  /**
   * The nodes of a result, its heading first.
   *
   * @param {Advice} advice
   * @returns {Node[]}
   */
  show(advice) {
    this.answers = advice.answers;
    const rows = this.rowsOf(advice.rows);
    this.modalities = [...new Set(rows.flatMap((row) => row.recommend))];
    const { deciding } = advice;
    const parts = deciding ? this.open(advice.answers, deciding, rows) : this.decided(advice, rows);
    return [...parts, ...this.cost(), ...this.next(advice), node("p", { class: "finder__share" }, this.words.share)];
  }

  /** @param {string[]} ids */
  rowsOf(ids) {
    return ids.flatMap((id) => this.rows.get(id) ?? []);
  }

  /** @param {string} id */
  question(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`there is no question ${id}`);
    return question;
  }

  /**
   * @param {Advice} advice
   * @param {FinderRow[]} rows
   */
  decided({ nearby }, rows) {
    const [first, ...others] = this.modalities;
    return [
      heading(say(this.words.recommended, { modality: this.name(first) })),
      node("p", { class: "finder__pick" }, this.link(first), `. ${this.data.modalities[first].audience}`),
      ...(others.length
        ? [
            node(
              "p",
              {},
              `${this.words.also} `,
              ...between(
                others.map((id) => this.link(id)),
                ", ",
              ),
            ),
          ]
        : []),
      part(this.words.why),
      ...rows.map((row) => this.told(row)),
      ...this.nearby(nearby),
    ];
  }

  /**
   * @param {Answers} answers
   * @param {string} deciding
   * @param {FinderRow[]} rows
   */
  open(answers, deciding, rows) {
    const { text, answers: options, ifUnknown } = this.question(deciding);
    const ways = options.map((option) => {
      const then = advise(this.data.finder, { ...answers, [deciding]: option.id });
      const found = this.alternatives(this.rowsOf(then.rows));
      return node("div", {}, node("dt", {}, option.text), node("dd", {}, found));
    });
    const now = ifUnknown
      ? [
          node("strong", {}, `${this.words.now}: `),
          ifUnknown.text,
          " ",
          citation(this.data, this.root, ifUnknown.facts),
        ]
      : [];
    return [
      heading(say(this.words.open, { count: distinct(rows).length })),
      ...(now.length ? [node("p", { class: "finder__pick" }, ...now)] : []),
      part(say(this.words.decides, { question: text })),
      node("dl", { class: "finder__list" }, ...ways),
      part(this.words.possible),
      node(
        "ul",
        { class: "finder__rows" },
        ...rows.map((row) => node("li", {}, ...this.names(row), ". ", ...this.reasons(row))),
      ),
    ];
  }

  /**
   * Why the near alternatives do not fit: they would, with one other answer.
   *
   * @param {Advice["nearby"]} nearby
   */
  nearby(nearby) {
    if (!nearby.length) return [];
    const items = nearby.map(({ question, answers, rows }) => {
      const { text, answers: options } = this.question(question);
      const names = options.filter(({ id }) => answers.includes(id)).map((each) => each.text);
      const found = this.rowsOf(rows);
      const condition = say(this.words.near, { question: text, answer: names.join("; ") });
      const [only] = found;
      const why = node("span", { class: "finder__reason" }, only.reason);
      const reason = found.length === 1 ? [". ", why, " ", this.facts(only)] : [". "];
      reason.push(...found.flatMap((row) => this.unsure(row)));
      return node("div", {}, node("dt", {}, condition), node("dd", {}, this.alternatives(found), ...reason));
    });
    return [part(this.words.others), node("dl", { class: "finder__list" }, ...items)];
  }

  cost() {
    const told = this.taken().flatMap((answer) => answer?.requesters ?? []);
    const offered = Object.entries(this.data.requesters).filter(([id]) => !told.length || told.includes(id));
    const options = offered.map(([id, { name }]) => node("option", { value: id }, name));
    const select = node(
      "select",
      { class: "field__input finder__who", id: "finder-who" },
      node("option", { value: "" }, this.words.choose),
      ...options,
    );
    select.value = this.requester() ?? "";
    select.addEventListener("input", () => {
      this.chosen(select.value);
      this.asked(select.value);
    });
    this.chosen(select.value);
    return [
      part(this.words.cost),
      node("p", { class: "finder__ask" }, node("label", { for: "finder-who" }, this.words.who), " ", select),
      this.place,
    ];
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
    this.place.replaceChildren(...(who ? this.modalities.flatMap((id) => this.priced(id, who)) : []));
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
    const values = { ...this.implied(), requester: who };
    const dimensions = this.data.rules[modality.rule].dimensions.map((each) => each.id);
    const known = Object.fromEntries(dimensions.filter((each) => each in values).map((each) => [each, values[each]]));
    const made = quote(this.data, modality, known);
    return { modality, known, made };
  }

  /**
   * @param {string} id
   * @param {string} who
   */
  priced(id, who) {
    const { modality, known, made } = this.quoted(id, who);
    const name = node("h4", { class: "finder__modality" }, modality.name);
    if (!made.deciding) {
      const reasons = new Map(made.results.map((each) => [this.teller.reason(modality, each, known), each.facts]));
      return [
        name,
        node("p", { class: `finder__verdict tone tone--${made.results[0].state}` }, this.teller.headline(made, known)),
        ...[...reasons].map(([text, facts]) => node("p", {}, text, " ", citation(this.data, this.root, facts))),
      ];
    }
    const blocks = this.teller.opened(known, made, null);
    return [
      name,
      node("p", { class: "finder__verdict tone" }, this.teller.open(made.results)),
      ...blocks.flatMap(({ key, title, lines }) => [
        node("p", { class: "finder__label" }, title),
        key === "ways"
          ? node("ul", {}, ...lines.map(({ text }) => node("li", {}, text)))
          : node("p", {}, lines[0].text, " ", citation(this.data, this.root, lines[0].facts ?? [])),
      ]),
    ];
  }

  /** The same as one text for who listens. */
  spoken() {
    const who = this.requester();
    if (!who) return "";
    return this.modalities
      .map((id) => {
        const { modality, known, made } = this.quoted(id, who);
        return `${modality.name}: ${this.teller.headline(made, known)}`;
      })
      .join(" ");
  }

  /** @param {Advice} advice */
  next({ deciding }) {
    if (deciding) return [];
    const [first] = this.modalities;
    const { asked, before, steps, contact } = this.data.modalities[first];
    const href = within(steps, this.root);
    return [
      part(this.words.next),
      node(
        "ul",
        {},
        before.length ? node("li", {}, say(this.words.first, { what: before.join(", ") })) : null,
        node("li", {}, node("a", { href }, say(this.words.steps, { "modality:object": asked }))),
        node("li", {}, contact.text, " ", citation(this.data, this.root, contact.facts)),
      ),
    ];
  }

  /** @param {FinderRow} row */
  told(row) {
    return node("p", {}, ...this.reasons(row));
  }

  /**
   * Why a row recommends what it does, and of what nobody knows whether it is open to who comes here.
   *
   * @param {FinderRow} row
   */
  reasons(row) {
    return [row.reason, " ", this.facts(row), ...this.unsure(row)];
  }

  /** @param {FinderRow} row */
  unsure(row) {
    return row.unsure.flatMap(({ text, facts }) => [" ", text, " ", citation(this.data, this.root, facts)]);
  }

  /** @param {FinderRow} row */
  facts(row) {
    return citation(this.data, this.root, row.facts);
  }

  /** @param {string} id */
  name(id) {
    return this.data.modalities[id].name;
  }

  /** @param {string} id */
  link(id) {
    const modality = this.data.modalities[id];
    return signed(modality, this.data.icons, within(modality.href, this.root));
  }

  /** @param {FinderRow} row */
  names(row) {
    return between(
      row.recommend.map((id) => this.link(id)),
      ", ",
    );
  }

  /**
   * What rows recommend, each once; where it can be more than one thing, each on a line of its own.
   *
   * @param {FinderRow[]} rows
   * @returns {Piece | Piece[]}
   */
  alternatives(rows) {
    const ways = distinct(rows);
    if (ways.length === 1) return this.names(ways[0]);
    return node("ul", { class: "finder__ways-on" }, ...ways.map((row) => node("li", {}, ...this.names(row))));
  }
}

/** @param {FinderRow[]} rows */
function distinct(rows) {
  const seen = new Set();
  return rows.filter(({ recommend }) => !seen.has(recommend.join()) && seen.add(recommend.join()));
}

/**
 * @param {Piece[]} parts
 * @param {string} sign
 */
function between(parts, sign) {
  return parts.flatMap((each, at) => (at ? [sign, each] : [each]));
}

/** @param {string} text */
function heading(text) {
  return node("h2", { class: "finder__title", id: "finder-title", tabindex: "-1" }, text);
}

/** @param {string} text */
function part(text) {
  return node("h3", { class: "finder__part" }, text);
}
