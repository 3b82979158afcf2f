/* What the finder's answers come to: a recommendation with its reasons, or all that is still possible and what decides. */

import { quote } from "./decisions.js";
import { advise } from "./questions.js";
import { citation, node, say, signed } from "./simulator_parts.js";
import { Teller } from "./simulator_tell.js";

/** Shows results; `asked` is called with the requester that the reader is. */
export class Results {
  constructor(data, root, asked) {
    this.data = data;
    this.root = root;
    this.asked = asked;
    this.words = data.words.finder;
    this.teller = new Teller(data);
    this.rows = new Map(data.finder.rows.map((row) => [row.id, row]));
    this.questions = new Map(data.finder.questions.map((question) => [question.id, question]));
    this.who = "";
  }

  /** The nodes of a result, its heading first. */
  show(advice) {
    this.answers = advice.answers;
    const rows = advice.rows.map((id) => this.rows.get(id));
    this.modalities = [...new Set(rows.flatMap((row) => row.recommend))];
    const parts = advice.deciding ? this.open(advice, rows) : this.decided(advice, rows);
    return [...parts, ...this.cost(), ...this.next(advice), node("p", { class: "finder__share" }, this.words.share)];
  }

  decided({ nearby }, rows) {
    const [first, ...others] = this.modalities;
    return [
      heading(say(this.words.recommended, { modality: this.name(first) })),
      node("p", { class: "finder__pick" }, this.link(first), `: ${this.data.modalities[first].audience}`),
      others.length
        ? node("p", {}, `${this.words.also} `, ...between(others.map((id) => this.link(id)), ", "))
        : null,
      part(this.words.why),
      ...rows.map((row) => this.told(row)),
      ...this.nearby(nearby),
    ].filter(Boolean);
  }

  open({ answers, deciding }, rows) {
    const { text, answers: options, ifUnknown } = this.questions.get(deciding);
    const ways = options.map((option) => {
      const then = advise(this.data.finder, { ...answers, [deciding]: option.id });
      const each = then.rows.map((id) => this.rows.get(id));
      return node("div", {}, node("dt", {}, option.text), node("dd", {}, this.alternatives(each)));
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
      now.length ? node("p", { class: "finder__pick" }, ...now) : null,
      part(say(this.words.decides, { question: text })),
      node("dl", { class: "finder__list" }, ...ways),
      part(this.words.possible),
      node(
        "ul",
        { class: "finder__rows" },
        ...rows.map((row) => node("li", {}, ...this.names(row), ". ", row.reason, " ", this.facts(row))),
      ),
    ].filter(Boolean);
  }

  /** Why the near alternatives do not fit: they would, with one other answer. */
  nearby(nearby) {
    if (!nearby.length) return [];
    const items = nearby.map(({ question, answers, rows }) => {
      const { text, answers: options } = this.questions.get(question);
      const names = options.filter(({ id }) => answers.includes(id)).map((each) => each.text);
      const found = rows.map((id) => this.rows.get(id));
      const condition = say(this.words.near, { question: text, answer: names.join("; ") });
      const reason = found.length === 1 ? [". ", node("span", { class: "finder__reason" }, found[0].reason), " ", this.facts(found[0])] : [];
      return node("div", {}, node("dt", {}, condition), node("dd", {}, this.alternatives(found), ...reason));
    });
    return [part(this.words.others), node("dl", { class: "finder__list" }, ...items)];
  }

  cost() {
    const options = Object.entries(this.data.requesters).map(([id, { name }]) => node("option", { value: id }, name));
    const select = node(
      "select",
      { class: "field__input finder__who", id: "finder-who" },
      node("option", { value: "" }, this.words.choose),
      ...options,
    );
    this.place = node("div", { class: "finder__cost" });
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

  /** What the answers imply of the things that prices depend on. */
  implied() {
    const given = Object.entries(this.answers).filter(([, answer]) => answer !== null);
    return Object.assign(
      {},
      ...given.map(([id, answer]) => this.questions.get(id).answers.find((each) => each.id === answer).implies),
    );
  }

  chosen(who) {
    this.place.replaceChildren(...(who ? this.modalities.flatMap((id) => this.priced(id, who)) : []));
  }

  /** What a modality costs somebody: the sentence, or what decides and each way it can go. */
  quoted(id, who) {
    const modality = this.data.modalities[id];
    const values = { ...this.implied(), requester: who };
    const dimensions = this.data.rules[modality.rule].dimensions.map((each) => each.id);
    const known = Object.fromEntries(dimensions.filter((each) => each in values).map((each) => [each, values[each]]));
    const made = quote(this.data, modality, known);
    return { modality, known, made };
  }

  priced(id, who) {
    const { modality, known, made } = this.quoted(id, who);
    const name = node("h4", { class: "finder__modality" }, modality.name);
    if (!made.deciding) {
      const reasons = new Map(made.results.map((each) => [this.teller.reason(modality, each, known), each.facts]));
      return [
        name,
        node("p", { class: `finder__verdict tone tone--${made.results[0].state}` }, this.teller.verdict(made.results[0], known)),
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
        return `${modality.name}: ${made.deciding ? this.teller.open(made.results) : this.teller.verdict(made.results[0], known)}`;
      })
      .join(" ");
  }

  next({ deciding }) {
    if (deciding) return [];
    const [first] = this.modalities;
    const { before, steps, contact } = this.data.modalities[first];
    const href = this.href(steps);
    return [
      part(this.words.next),
      node(
        "ul",
        {},
        before.length ? node("li", {}, say(this.words.first, { what: before.join(", ") })) : null,
        node("li", {}, node("a", { href }, say(this.words.steps, { modality: this.name(first) }))),
        node("li", {}, say(this.words.ask, { whom: contact })),
      ),
    ];
  }

  told(row) {
    return node("p", {}, row.reason, " ", this.facts(row));
  }

  facts(row) {
    return citation(this.data, this.root, row.facts);
  }

  name(id) {
    return this.data.modalities[id].name;
  }

  link(id) {
    const modality = this.data.modalities[id];
    return signed(modality, this.data.icons, this.href(modality.href));
  }

  /** A way within this site; without the site's name, which paper would repeat after each link. */
  href(address) {
    const { pathname, hash } = new URL(address, this.root);
    return pathname + hash;
  }

  names(row) {
    return between(row.recommend.map((id) => this.link(id)), ", ");
  }

  /** What rows recommend, each once; where it can be more than one thing, each on a line of its own. */
  alternatives(rows) {
    const ways = distinct(rows);
    if (ways.length === 1) return this.names(ways[0]);
    return node("ul", { class: "finder__ways-on" }, ...ways.map((row) => node("li", {}, ...this.names(row))));
  }
}

function distinct(rows) {
  const seen = new Set();
  return rows.filter(({ recommend }) => !seen.has(recommend.join()) && seen.add(recommend.join()));
}

function between(parts, sign) {
  return parts.flatMap((each, at) => (at ? [sign, each] : [each])).flat();
}

function heading(text) {
  return node("h2", { class: "finder__title", id: "finder-title", tabindex: "-1" }, text);
}

function part(text) {
  return node("h3", { class: "finder__part" }, text);
}
