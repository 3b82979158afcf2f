/* The finder's advice, as `advise` in generator/decisions/finder.py: the fewest questions, and what answers come to. */

/** @import { Finder, FinderRow } from "./data.js" */
/** @import { Advice, Answers } from "./types.js" */
/** @typedef {{ worst: number, total: number, question: string | null }} Best */

/** Of more ways to answer some of the questions and leave the others, not every order of them is tried. */
const EVERY_ORDER = 10_000;

/** @type {WeakMap<Finder, Search>} */
const searches = new WeakMap();

/**
 * What answers come to; `answers` is question to answer, null where the reader does not know yet.
 *
 * @param {Finder} finder
 * @param {Answers} answers
 * @returns {Advice}
 */
export function advise(finder, answers) {
  const search = searches.get(finder) ?? new Search(finder);
  searches.set(finder, search);
  let rows = finder.rows;
  /** @type {Answers} */
  const taken = {};
  for (;;) {
    /** @type {string | null | undefined} */
    let question = search.question(rows, Object.keys(taken));
    if (question && !(question in answers)) {
      // Not known yet; what is known besides may still narrow the choice, and so save this question.
      question = search.telling(rows, Object.keys(taken)).find(({ id }) => id in answers)?.id;
    }
    if (!question) break;
    const answer = answers[question];
    taken[question] = answer;
    if (answer !== null) rows = fitting(rows, question, answer);
  }
  const next = search.question(rows, Object.keys(taken));
  const decided = new Set(rows.map(recommended)).size === 1;
  return {
    answers: taken,
    next,
    most: Object.keys(taken).length + search.depth(rows, Object.keys(taken)),
    rows: rows.map((row) => row.id),
    deciding: !next && !decided ? search.deciding(rows, taken) : null,
    nearby: !next && decided ? search.nearby(taken, rows) : [],
  };
}

const recommended = (/** @type {FinderRow} */ row) => row.recommend.join(" ");
const fitting = (/** @type {FinderRow[]} */ rows, /** @type {string} */ question, /** @type {string} */ answer) =>
  rows.filter(({ when }) => !when[question] || when[question].includes(answer));
const key = (/** @type {FinderRow[]} */ rows) => rows.map((row) => row.id).join(" ");
const named = (/** @type {FinderRow[]} */ rows, /** @type {string[]} */ asked) =>
  `${key(rows)}|${[...asked].sort().join(" ")}`;
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * The least by its numbers, the first among equals.
 *
 * @template {{ by: number[] }} Option
 * @param {Option[]} options
 */
function least(options) {
  let [best] = options;
  for (const each of options) {
    const at = each.by.findIndex((number, index) => number !== best.by[index]);
    if (at >= 0 && each.by[at] < best.by[at]) best = each;
  }
  return /** @type {Option | undefined} */ (best);
}

class Search {
  /** @param {Finder} finder */
  constructor(finder) {
    this.finder = finder;
    this.everyOrder = finder.questions.reduce((ways, { answers }) => ways * (answers.length + 1), 1) <= EVERY_ORDER;
    /** @type {Map<string, Best>} */
    this.found = new Map();
    /** @type {Map<string, number>} */
    this.depths = new Map();
  }

  /**
   * The questions not asked yet that still tell rows apart, in the writer's order.
   *
   * @param {FinderRow[]} rows
   * @param {string[]} asked
   */
  telling(rows, asked) {
    if (rows.length < 2) return [];
    return this.finder.questions.filter(
      ({ id, answers }) =>
        !asked.includes(id) && rows.some(({ when }) => answers.some((each) => when[id] && !when[id].includes(each.id))),
    );
  }

  /**
   * What is left after each answer to a question, once for all answers that leave the same.
   *
   * @param {FinderRow[]} rows
   * @param {string} question
   */
  ways(rows, question) {
    const { answers } = this.finder.questions.find(({ id }) => id === question) ?? { answers: [] };
    return new Map(answers.map(({ id }) => fitting(rows, question, id)).map((left) => [key(left), left])).values();
  }

  /**
   * The question to ask now.
   *
   * @param {FinderRow[]} rows
   * @param {string[]} asked
   */
  question(rows, asked) {
    if (this.everyOrder) return this.best(rows, asked).question;
    const options = this.telling(rows, asked).map(({ id }) => ({
      by: [sum([...this.ways(rows, id)].map((left) => left.length ** 2))],
      question: id,
    }));
    return least(options)?.question ?? null;
  }

  /**
   * How many questions follow at worst.
   *
   * @param {FinderRow[]} rows
   * @param {string[]} asked
   * @returns {number}
   */
  depth(rows, asked) {
    if (this.everyOrder) return this.best(rows, asked).worst;
    const name = named(rows, asked);
    let depth = this.depths.get(name);
    if (depth === undefined) {
      const question = this.question(rows, asked);
      const below = question ? [...this.ways(rows, question)] : [];
      depth = question ? 1 + Math.max(...below.map((left) => this.depth(left, [...asked, question]))) : 0;
      this.depths.set(name, depth);
    }
    return depth;
  }

  /**
   * The question to ask now, how many follow at worst with it, and how many over all answers.
   *
   * @param {FinderRow[]} rows
   * @param {string[]} asked
   * @returns {Best}
   */
  best(rows, asked) {
    const name = named(rows, asked);
    let best = this.found.get(name);
    if (!best) {
      const options = this.telling(rows, asked).map(({ id, answers }) => {
        const below = answers.map((answer) => this.best(fitting(rows, id, answer.id), [...asked, id]));
        const worst = 1 + Math.max(...below.map((each) => each.worst));
        return { by: [worst, below.length + sum(below.map((each) => each.total))], question: id };
      });
      const { by, question } = least(options) ?? { by: [0, 0], question: null };
      best = { worst: by[0], total: by[1], question };
      this.found.set(name, best);
    }
    return best;
  }

  /**
   * The open question that leaves the fewest recommendations at worst, then in all.
   *
   * @param {FinderRow[]} rows
   * @param {Answers} taken
   */
  deciding(rows, taken) {
    const options = this.telling(rows, [])
      .filter(({ id }) => taken[id] === null)
      .map(({ id, answers }) => {
        const left = answers.map((answer) => new Set(fitting(rows, id, answer.id).map(recommended)).size);
        return { by: [Math.max(...left), sum(left)], id };
      });
    return least(options)?.id ?? null;
  }

  /**
   * The answers that would lead elsewhere, alone among those given.
   *
   * @param {Answers} taken
   * @param {FinderRow[]} rows
   */
  nearby(taken, rows) {
    const known = Object.entries(taken).flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]]));
    return known.flatMap(([question, given]) => {
      const others = known
        .filter(([name]) => name !== question)
        .reduce((left, [name, answer]) => fitting(left, name, answer), this.finder.rows);
      /** @type {Map<string, string[]>} */
      const ways = new Map();
      for (const { id } of this.finder.questions.find((each) => each.id === question)?.answers ?? []) {
        const left = fitting(others, question, id);
        if (id !== given) ways.set(key(left), [...(ways.get(key(left)) ?? []), id]);
      }
      return [...ways]
        .map(([name, answers]) => ({ question, answers, rows: name ? name.split(" ") : [] }))
        .filter((near) => near.rows.length && near.rows.every((id) => this.recommends(id) !== recommended(rows[0])));
    });
  }

  /** @param {string} id */
  recommends(id) {
    const row = this.finder.rows.find((each) => each.id === id);
    return row && recommended(row);
  }
}
