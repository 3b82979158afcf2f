/* The finder: one question at a time, the best one next, until a recommendation stands; the answers live in the address. */

import { put, read, write } from "./url_state.js";
import { Results } from "./finder_results.js";
import { advise } from "./finder_engine.js";
import { all, announcer, at, fold, node, one, say } from "./page_parts.js";
import { alone, members } from "./shell.js";

/** @import { Data } from "./data.js" */
/** @import { Advice, Answers, Attributes, Choice } from "./types.js" */

/**
 * Put the questions into the room that the page keeps for them.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {{ root: URL }} site
 */
export function enhance(element, data, { root }) {
  new Finder(element, data, root).start();
}

class Finder {
  /**
   * @param {HTMLElement} element
   * @param {Data} data
   * @param {URL} root
   */
  constructor(element, data, root) {
    this.element = element;
    this.tool = one(element, "[data-tool]");
    this.finder = data.finder;
    this.questions = new Map(data.finder.questions.map((question) => [question.id, question]));
    this.words = data.words.finder;
    this.dropped = data.words.shared.dropped;
    this.announce = announcer(element);
    this.choices = choices(data);
    this.results = new Results(data, root, (who) => this.ask(who));
    /** @type {Answers} */
    this.stored = {};
    /** @type {string | null} */
    this.changing = null;
    this.search = "";
  }

  start() {
    this.restore();
    this.arrive();
    addEventListener("popstate", () => {
      if (location.search !== this.search) this.restore({ focus: true });
    });
    addEventListener("reader", () => {
      const among = members();
      if (alone() || !among.includes(this.results.who)) this.results.who = alone();
      this.stored = { ...this.stored, ...this.told() };
      this.show({ focus: false });
      this.keep({ step: false });
    });
    this.element.querySelector(".finder__room")?.remove();
    this.tool.hidden = false;
    this.element.dataset.ready = "";
  }

  /** Take the answers from the address; what it names that does not exist is left out, and said. */
  restore({ focus = false } = {}) {
    const { chosen, unknown } = read(location.search, this.choices);
    this.results.who = chosen.requester ?? alone();
    const answered = this.finder.questions.filter(({ id }) => id in chosen).map(({ id }) => [id, chosen[id]]);
    this.stored = Object.fromEntries(answered);
    this.changing = null;
    const names = unknown.map(([name, value]) => `${name}=${value}`).join(", ");
    const note = names && say(this.dropped, { names });
    this.show({ focus, note });
    this.keep({ step: false });
    if (note && !focus) this.announce(note);
  }

  /**
   * What is answered by as whom the guide is read: the one answer that all of these requesters would give.
   *
   * @returns {Answers}
   */
  told() {
    const among = members();
    const found = this.finder.questions.flatMap(({ id, answers }) => {
      const theirs = answers.filter(({ requesters }) => among.every((each) => requesters.includes(each)));
      return among.length && theirs.length === 1 ? [[id, theirs[0].id]] : [];
    });
    return Object.fromEntries(found);
  }

  /** What the answers come to, with those that are known of the reader. */
  advise() {
    return advise(this.finder, { ...this.told(), ...this.stored });
  }

  /** The questions that the reader answered here, in their order. */
  steps() {
    const told = this.told();
    return Object.keys(this.stored).filter((id) => this.stored[id] !== told[id]);
  }

  /** A link with answers names the part of the tree that has them, too, for whoever has no scripts: here the tool says it. */
  arrive() {
    const part = document.getElementById(location.hash.slice(1));
    if (!part?.matches(".tree__ways > li") || !Object.keys(this.stored).length) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    for (let folded = part.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) {
      folded.open = false;
    }
    scrollTo(0, 0);
  }

  /**
   * An answer to a question; later ones stay where they still matter.
   *
   * @param {string} question
   * @param {string | null} value
   */
  answer(question, value) {
    this.stored = { ...this.advise().answers, [question]: value };
    this.stored = this.advise().answers;
    this.changing = null;
    this.show({ focus: true });
    this.keep({ step: true });
  }

  again() {
    this.stored = {};
    this.changing = null;
    this.show({ focus: true });
    this.keep({ step: true });
  }

  back() {
    if (this.changing) {
      this.changing = null;
      this.show({ focus: true });
    } else if (history.state?.steps) {
      history.back();
    } else {
      // The reader came here by a shared address: before it lies another page.
      const last = this.steps().at(-1);
      this.stored = Object.fromEntries(Object.entries(this.stored).filter(([id]) => id !== last));
      this.show({ focus: true });
      this.keep({ step: false });
    }
  }

  /**
   * Say what it costs whoever asks.
   *
   * @param {string} who
   */
  ask(who) {
    this.results.who = who;
    this.keep({ step: false });
    this.announce(this.results.spoken());
  }

  /** @param {{ step: boolean }} how */
  keep({ step }) {
    /** @type {Answers} */
    const who = this.results.who ? { requester: this.results.who } : {};
    put(write({ ...who, ...this.stored }, this.choices), { step });
    this.search = location.search;
  }

  /** @param {{ focus: boolean, note?: string }} how */
  show({ focus, note = "" }) {
    const advice = this.advise();
    this.stored = advice.answers;
    const question = this.changing ?? advice.next;
    const parts = question ? this.question(question, advice) : this.results.show(advice);
    this.element.toggleAttribute("data-result", !question);
    const told = note && node("p", { class: "finder__note" }, note);
    this.tool.replaceChildren(told, ...parts, this.ways(), ...this.given(question));
    if (focus) one(this.tool, ".finder__title").focus();
  }

  /** @param {string} id */
  asked(id) {
    const question = this.questions.get(id);
    if (!question) throw new Error(`there is no question ${id}`);
    return question;
  }

  /**
   * @param {string} id
   * @param {Advice} advice
   */
  question(id, advice) {
    const { text, help, answers } = this.asked(id);
    const asked = Object.keys(advice.answers);
    const number = (asked.includes(id) ? asked.indexOf(id) : asked.length) + 1;
    const most = Math.max(advice.most, number);
    const current = this.stored[id];
    /** @type {(value: string | null, label: string) => HTMLElement} */
    const button = (value, label) =>
      node(
        "button",
        {
          type: "button",
          class: value === null ? "finder__answer finder__answer--open" : "finder__answer",
          "data-answer": value ?? "-",
          "aria-current": id in this.stored && current === value ? "true" : null,
        },
        label,
      );
    const list = node(
      "div",
      { class: "finder__answers", role: "group", "aria-labelledby": "finder-title", "data-question": id },
      ...answers.map((each) => button(each.id, each.text)),
      button(null, this.words.unknown),
    );
    list.addEventListener("click", (event) => {
      const value = at(event).closest("button")?.dataset.answer;
      if (value) this.answer(id, value === "-" ? null : value);
    });
    return [
      node("p", { class: "finder__progress", id: "finder-progress" }, say(this.words.progress, { number, most })),
      title(text, { "aria-describedby": help ? "finder-progress finder-help" : "finder-progress" }),
      ...(help ? [node("p", { class: "finder__help", id: "finder-help" }, help)] : []),
      list,
    ];
  }

  /** The ways back, where there is one. */
  ways() {
    if (!this.changing && !this.steps().length) return "";
    const back = node("button", { type: "button", class: "finder__way", "data-back": true }, this.words.back);
    const again = node("button", { type: "button", class: "finder__way", "data-again": true }, this.words.again);
    back.addEventListener("click", () => this.back());
    again.addEventListener("click", () => this.again());
    return node("p", { class: "finder__ways" }, back, " ", again);
  }

  /**
   * The answers given, each of which can be changed.
   *
   * @param {string | null} question
   */
  given(question) {
    const entries = Object.entries(this.stored).filter(([id]) => id !== question);
    if (!entries.length) return [];
    const items = entries.map(([id, value]) => {
      const { text, answers } = this.asked(id);
      const label = say(this.words.another_for, { question: text });
      const change = node("button", { type: "button", class: "finder__way", "aria-label": label }, this.words.another);
      change.addEventListener("click", () => {
        this.changing = id;
        this.show({ focus: true });
      });
      const answer = value === null ? this.words.unknown : answers.find((each) => each.id === value)?.text;
      return node("div", {}, node("dt", {}, text), node("dd", {}, node("span", {}, answer ?? ""), " ", change));
    });
    // While questions follow, what was answered stands open below; beside a result it comes second.
    if (question) {
      const name = node("h3", { class: "finder__part" }, this.words.answers);
      return [node("div", { class: "finder__given" }, name, node("dl", {}, ...items))];
    }
    const hint = all(node("div", {}, ...items), "dd > span").map((each) => each.textContent);
    const made = fold(this.words.answers, hint.join(" · "), node("dl", {}, ...items));
    made.classList.add("finder__given", "fold--printed");
    return [made];
  }
}

/**
 * @param {string} text
 * @param {Attributes} attributes
 */
function title(text, attributes) {
  return node("h2", { class: "finder__title", id: "finder-title", tabindex: "-1", ...attributes }, text);
}

/**
 * What an address can hold: who asks, and the questions in the catalogue's order.
 *
 * @param {Data} data
 * @returns {Choice[]}
 */
function choices(data) {
  const requesters = Object.entries(data.requesters).map(([id, each]) => ({ id, earlier: each.earlier }));
  const questions = data.finder.questions.map(({ id, earlier, answers }) => ({ id, earlier, values: answers }));
  const taken = questions.some(({ id }) => id === "requester");
  return taken ? questions : [...questions, { id: "requester", earlier: [], values: requesters }];
}
