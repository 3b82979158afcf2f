/* What the finder's answers come to: a recommendation with its reasons, or all that is still possible and what decides. */

import { Costs, heading } from "./finder_costs.js";
import { advise } from "./finder_engine.js";
import { citation, fold, node, say, within } from "./page_parts.js";

/** @import { Data, FinderRow, Statement } from "./data.js" */
/** @import { Advice, Answers, Known, Piece } from "./types.js" */

/** Shows results; `asked` is called with the requester that the reader is. */
export class Results extends Costs {
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

  /** @param {FinderRow} row */
  names(row) {
    return this.links(row.recommend);
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
function part(text) {
  return node("h3", { class: "finder__part" }, text);
}
