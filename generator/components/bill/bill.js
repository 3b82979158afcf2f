/* A charge that somebody received: one verdict with what to do, a message to copy, and the rest folded under it. */

import { judge } from "./bill_answer.js";
import { CaseForm } from "./case_form.js";
import { quote } from "./decisions.js";
import { announcer, citation, copyButton, fold, node, one, replace } from "./page_parts.js";
import { Teller } from "./teller.js";

/** @import { Data } from "./data.js" */
/** @import { Announce, Fold, Judged, Line } from "./types.js" */

/**
 * Wake the form, and show below it what it comes to.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {{ root: URL }} site
 */
export function enhance(element, data, { root }) {
  const teller = new Teller(data);
  const announce = announcer(element);
  const result = new Result(one(element, "[data-result]"), data, root, announce);
  const form = new CaseForm(element, teller, announce, (asked, typed) => {
    if (!asked) return result.ask();
    const { modality, known } = asked;
    return result.show(judge(teller, modality, known, quote(teller.data, modality, known), typed));
  });
  form.start();
  element.dataset.ready = "";
}

class Result {
  /**
   * @param {HTMLElement} place
   * @param {Data} data
   * @param {URL} root
   * @param {Announce} announce
   */
  constructor(place, data, root, announce) {
    this.place = place;
    this.data = data;
    this.words = data.words.bill;
    this.root = root;
    this.announce = announce;
  }

  ask() {
    this.place.replaceChildren(node("p", { class: "bill__verdict tone" }, this.words.choose));
    return this.words.choose;
  }

  /**
   * Show a verdict in the place of the last one.
   *
   * @param {Judged} judged
   */
  show({ tone, lines, next, message, folds, said }) {
    const todo = next.flatMap((line) => [" ", ...this.line(line)]);
    replace(this.place, [
      node(
        "section",
        { class: `bill__verdict tone tone--${tone}`, "aria-labelledby": "bill-verdict" },
        node("h2", { id: "bill-verdict" }, said),
        ...lines.map((line) => node("p", {}, this.line(line))),
        ...(todo.length ? [node("p", {}, node("strong", {}, this.words.next), ...todo)] : []),
      ),
      ...(message ? [this.message(message)] : []),
      ...folds.map((each) => this.fold(each)),
    ]);
    return said;
  }

  /** @param {Line} line */
  line({ text, facts }) {
    return [text, facts?.length ? [" ", citation(this.data, this.root, facts)] : null].flat();
  }

  /** @param {string} text */
  message(text) {
    const { message: title, message_copy: copy } = this.words;
    return node(
      "section",
      { class: "bill__message", "aria-label": title },
      node("p", { class: "bill__text" }, text),
      copyButton(copy, this.data.words.shared, () => text, this.announce),
    );
  }

  /** @param {Fold} fold */
  fold({ title, brief, lines, printed }) {
    const made = fold(title, brief, node("ul", {}, ...lines.map((line) => node("li", {}, this.line(line)))));
    made.classList.toggle("fold--printed", Boolean(printed));
    return made;
  }
}
