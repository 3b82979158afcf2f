/* What the finder's answers come to: a recommendation with its reasons, or all that is still possible and what decides. */

import { among, quote } from "./decisions.js";
import { advise } from "./finder_engine.js";
import { citation, fold, node, replace, say, signed, within } from "./page_parts.js";
import { group } from "./shell.js";
import { factsOf, Teller } from "./teller.js";

/** @import { Data, FinderRow, Statement } from "./data.js" */
/** @import { Advice, Answers, Known, Piece } from "./types.js" */

const FEW = 3; // so many modalities are named in a sentence

/** Tells what something costs without the word of an inference: the mark beside it has that, and leads to the facts. */
class Cited extends Teller {
  /** @param {string} text */
  marked(text) {
    return text;
  }
}

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
    return [
      ...(advice.deciding ? this.open(advice, advice.deciding, rows) : this.decided(advice, rows)),
      node("p", { class: "finder__share" }, this.words.share),
    ];
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
   * What fits, and straight below it what it costs the reader; what else would fit is folded.
   *
   * @param {Advice} advice
   * @param {FinderRow[]} rows
   */
  decided({ nearby }, rows) {
    const [first] = this.modalities;
    return [
      this.title,
      this.sentence,
      ...this.cost(),
      node("p", { class: "finder__pick" }, this.link(first)),
      node("p", {}, this.data.modalities[first].audience),
      part(this.words.why),
      ...rows.map((row) => this.told(row)),
      ...this.next(first),
      ...this.nearby(nearby),
    ];
  }

  /**
   * What decides, and each way that it can go; all that is possible and its price are folded.
   *
   * @param {Advice} advice
   * @param {string} deciding
   * @param {FinderRow[]} rows
   */
  open({ answers }, deciding, rows) {
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
    const names = this.modalities.map((id) => this.name(id));
    return [
      heading(say(this.words.open, { count: distinct(rows).length })),
      this.sentence,
      ...(now.length ? [node("p", { class: "finder__pick" }, ...now)] : []),
      part(say(this.words.decides, { question: text })),
      node("dl", { class: "finder__list" }, ...ways),
      fold(
        this.words.possible,
        names.join(" · "),
        node(
          "ul",
          { class: "finder__rows" },
          ...rows.map((row) => node("li", {}, ...this.names(row), node("p", {}, ...this.reasons(row)))),
        ),
      ),
      fold(this.words.cost, "", ...this.cost({ depends: text })),
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
      const reason = found.length === 1 ? [why, " ", this.facts(only)] : [];
      const unsure = new Map(found.flatMap((row) => this.unsure(row)).map((each) => [each.text, each]));
      reason.push(...[...unsure.values()].flatMap((each) => this.doubt(each)));
      const told = reason.length ? node("p", {}, ...reason) : null;
      return node("div", {}, node("dt", {}, condition), node("dd", {}, this.alternatives(found), told));
    });
    const names = [...new Set(nearby.flatMap(({ rows }) => this.rowsOf(rows)).flatMap((row) => row.recommend))];
    const hint = names.map((id) => this.name(id)).join(" · ");
    return [fold(this.words.others, hint, node("dl", { class: "finder__list" }, ...items))];
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

  /** @param {string} first */
  next(first) {
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
    return [row.reason, " ", this.facts(row), ...this.unsure(row).flatMap((each) => this.doubt(each))];
  }

  /**
   * What no source tells of who may ask for what a row recommends; nothing where all who ask are known to be able to.
   *
   * @param {FinderRow} row
   */
  unsure(row) {
    const who = this.requester();
    const asking = who ? [who] : this.possible();
    const clear = row.recommend.every((id) =>
      asking.every((each) => this.data.modalities[id].access[each].state !== "unknown"),
    );
    return asking.length && clear ? [] : row.unsure;
  }

  /** @param {Statement} doubt */
  doubt({ text, facts }) {
    return [" ", text, " ", citation(this.data, this.root, facts)];
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
  link(id, more = false) {
    const modality = this.data.modalities[id];
    return signed(modality, this.data.icons, within(modality.href, this.root), more);
  }

  /** @param {FinderRow} row */
  names(row) {
    return this.links(row.recommend);
  }

  /**
   * Several in a row, each comma with the name before it.
   *
   * @param {string[]} ids
   */
  links(ids) {
    return ids.flatMap((id, at) => [this.link(id, at < ids.length - 1), " "]);
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

/** @param {string} text */
function heading(text) {
  return node("h2", { class: "finder__title", id: "finder-title", tabindex: "-1" }, text);
}

/** @param {string} text */
function part(text) {
  return node("h3", { class: "finder__part" }, text);
}
