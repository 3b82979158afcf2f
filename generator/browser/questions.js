/* The finder's advice, as `advise` in generator/decisions/finder.py: the fewest questions, and what answers come to. */

const searches = new WeakMap();

/** What answers come to; `answers` is question to answer, null where the reader does not know yet. */
export function advise(finder, answers) {
  if (!searches.has(finder)) searches.set(finder, new Search(finder));
  const search = searches.get(finder);
  let rows = finder.rows;
  let worst;
  const taken = {};
  for (;;) {
    let question;
    ({ worst, question } = search.best(rows, Object.keys(taken)));
    if (question && !(question in answers)) {
      // Not known yet; what is known besides may still narrow the choice, and so save this question.
      question = search.telling(rows, Object.keys(taken)).find(({ id }) => id in answers)?.id;
    }
    if (!question) break;
    taken[question] = answers[question];
    if (answers[question] !== null) rows = fitting(rows, question, answers[question]);
  }
  const next = search.best(rows, Object.keys(taken)).question;
  const decided = new Set(rows.map(recommended)).size === 1;
  return {
    answers: taken,
    next,
    most: Object.keys(taken).length + worst,
    rows: rows.map((row) => row.id),
    deciding: !next && !decided ? search.deciding(rows, taken) : null,
    nearby: !next && decided ? search.nearby(taken, rows) : [],
  };
}

const recommended = (row) => row.recommend.join(" ");
const fitting = (rows, question, answer) => rows.filter(({ when }) => !when[question] || when[question].includes(answer));
const key = (rows) => rows.map((row) => row.id).join(" ");
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/** The least by its numbers, the first among equals. */
function least(options) {
  let best = null;
  for (const each of options) {
    const at = best ? each.by.findIndex((number, index) => number !== best.by[index]) : 0;
    if (!best || (at >= 0 && each.by[at] < best.by[at])) best = each;
  }
  return best;
}

class Search {
  constructor(finder) {
    this.finder = finder;
    this.found = new Map();
  }

  /** The questions not asked yet that still tell rows apart, in the writer's order. */
  telling(rows, asked) {
    if (rows.length < 2) return [];
    return this.finder.questions.filter(
      ({ id, answers }) =>
        !asked.includes(id) && new Set(answers.map((answer) => key(fitting(rows, id, answer.id)))).size > 1,
    );
  }

  /** The question to ask now, how many follow at worst with it, and how many over all answers. */
  best(rows, asked) {
    const name = `${key(rows)}|${[...asked].sort().join(" ")}`;
    if (!this.found.has(name)) {
      const options = this.telling(rows, asked).map(({ id, answers }) => {
        const below = answers.map((answer) => this.best(fitting(rows, id, answer.id), [...asked, id]));
        const worst = 1 + Math.max(...below.map((each) => each.worst));
        return { by: [worst, below.length + sum(below.map((each) => each.total))], question: id };
      });
      const { by, question } = least(options) ?? { by: [0, 0], question: null };
      this.found.set(name, { worst: by[0], total: by[1], question });
    }
    return this.found.get(name);
  }

  /** The open question that leaves the fewest recommendations at worst, then in all. */
  deciding(rows, taken) {
    const options = this.telling(rows, [])
      .filter(({ id }) => taken[id] === null)
      .map(({ id, answers }) => {
        const left = answers.map((answer) => new Set(fitting(rows, id, answer.id).map(recommended)).size);
        return { by: [Math.max(...left), sum(left)], id };
      });
    return least(options)?.id ?? null;
  }

  /** The answers that would lead elsewhere, alone among those given. */
  nearby(taken, rows) {
    const known = Object.entries(taken).filter(([, answer]) => answer !== null);
    return known.flatMap(([question, given]) => {
      const others = known
        .filter(([name]) => name !== question)
        .reduce((left, [name, answer]) => fitting(left, name, answer), this.finder.rows);
      const ways = new Map();
      for (const { id } of this.finder.questions.find((each) => each.id === question).answers) {
        const left = fitting(others, question, id);
        if (id !== given) ways.set(key(left), [...(ways.get(key(left)) ?? []), id]);
      }
      return [...ways]
        .map(([name, answers]) => ({ question, answers, rows: name ? name.split(" ") : [] }))
        .filter((near) => near.rows.length && near.rows.every((id) => this.recommends(id) !== recommended(rows[0])));
    });
  }

  recommends(id) {
    return recommended(this.finder.rows.find((row) => row.id === id));
  }
}
