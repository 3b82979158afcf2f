/* The simulator: what a case costs, while it is chosen; nothing that is typed leaves the page. */

import { CaseForm } from "./case_form.js";
import { billOf, quote } from "./decisions.js";
import { all, announcer, citation, copyButton, fold, node, one, replace, say, signed, within } from "./page_parts.js";
import { answer, asText } from "./simulator_answer.js";
import { chart } from "./simulator_chart.js";
import { factsOf, Teller } from "./teller.js";

/** @import { Data, Modality } from "./data.js" */
/** @import { Announce, Block, Content, Known, Line, Told, Typed } from "./types.js" */

/**
 * Make the simulator of what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {{ root: URL }} site
 */
export function enhance(element, data, { root }) {
  const elsewhere = /** @type {HTMLAnchorElement} */ (one(element, "a[data-along]"));
  // An address of old, with an amount to check: that is done on a page of its own.
  if (new URLSearchParams(location.search).has("billed")) {
    location.replace(new URL(elsewhere.href).pathname + location.search);
    return;
  }
  const teller = new Teller(data);
  const announce = announcer(element);
  const { copy = "" } = element.dataset;
  const result = new Result(element, teller, root, copy, announce);
  const form = new CaseForm(element, teller, announce, (asked, typed) => {
    if (!asked) return result.ask();
    const told = answer(teller, asked.modality, asked.known, quote(teller.data, asked.modality, asked.known), typed);
    result.show(told, asked.modality, asked.known, typed);
    return told.headline;
  });
  form.start();
  element.dataset.ready = "";
}

/** Shows answers in a place of the page; `copy` is what the button says that copies one. */
class Result {
  /**
   * @param {HTMLElement} element
   * @param {Teller} teller
   * @param {URL} root
   * @param {string} copy
   * @param {Announce} announce
   */
  constructor(element, teller, root, copy, announce) {
    this.place = one(element, "[data-result]");
    this.first = one(element, "[data-headline]");
    this.teller = teller;
    this.data = teller.data;
    this.words = teller.words;
    this.root = root;
    this.copy = copy;
    this.announce = announce;
    this.place.addEventListener("toggle", () => this.reach(), true);
    addEventListener("resize", () => this.reach());
  }

  /** Tell what is missing for an answer. */
  ask() {
    this.place.replaceChildren();
    this.headline(this.words.choose, "");
    return this.words.choose;
  }

  /**
   * The answer in one sentence, which stays in sight while the form is used.
   *
   * @param {string} text
   * @param {Told["state"] | ""} state
   */
  headline(text, state) {
    this.first.textContent = text;
    this.first.className = `simulator__headline tone${state && ` tone--${state}`}`;
  }

  /**
   * Put an answer in the place of the last one.
   *
   * @param {Told} told
   * @param {Modality} modality
   * @param {Known} known
   * @param {Typed} typed
   */
  show(told, modality, known, typed) {
    const { data, teller } = this;
    this.headline(told.headline, told.state);
    const second = (/** @type {Block} */ { brief }) => brief !== undefined;
    const parts = [
      ...told.blocks.filter((each) => !second(each)).map((each) => this.block(each, modality)),
      copyButton(this.copy, data.words.shared, () => asText(teller, told), this.announce),
      ...told.blocks.filter(second).map((each) => this.block(each, modality)),
    ];
    const rule = data.rules[modality.rule];
    if (told.bill) parts.push(fold(this.words.chart, "", chart(teller, rule, told.bill)));
    parts.push(this.outcomes(modality, known, typed), this.modalities(modality, known, typed));
    replace(this.place, parts);
    this.reach();
  }

  /**
   * @param {Block} block
   * @param {Modality} modality
   */
  block({ key, title, lines, brief }, modality) {
    const told = lines.map((line) => this.line(line, modality));
    const first = lines.length === 1 ? node("p", {}, told.shift() ?? null) : null;
    const rest = told.length
      ? node(
          "ul",
          {},
          told.map((each) => node("li", {}, each)),
        )
      : null;
    if (brief !== undefined) {
      const made = fold(title, brief, first, rest);
      made.classList.add("fold--printed", `simulator__part--${key}`);
      return made;
    }
    const head = title ? node("h3", { class: "simulator__title" }, title) : null;
    return node("section", { class: `simulator__part simulator__part--${key}` }, head, first, rest);
  }

  /**
   * @param {Line} line
   * @param {Modality} modality
   */
  line({ text, facts, cases }, { cases: elsewhere }) {
    // In a large guide, the cases stand on a page for each group, elsewhere on this one.
    const page = elsewhere ? within(elsewhere, this.root) : "";
    const links = cases?.ids.map((id) => node("a", { class: "case", href: `${page}#${id.toLowerCase()}` }, id)) ?? [];
    return [
      text,
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
   * @param {Modality} here
   * @param {Known} known
   * @param {Typed} typed
   */
  modalities(here, known, typed) {
    const { words, data, root } = this;
    const rows = Object.values(data.modalities).map((modality) => {
      const dimensions = data.rules[modality.rule].dimensions.filter((each) => known[each.id]);
      const asked = Object.fromEntries(dimensions.map((each) => [each.id, known[each.id]]));
      const link = signed(modality, data.icons, within(modality.href, root));
      // A rate that the reader gave is that of one service: the others count with what the guide knows.
      return this.row(link, modality, asked, modality === here ? typed : { ...typed, rate: null }, modality === here);
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
    const made = quote(this.teller.data, modality, known);
    const bill = billOf(this.teller.data, modality, made, typed);
    const told = this.teller.marked(this.teller.verdicts(made.results, known, bill), factsOf(made.results, bill));
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
    return fold(
      caption,
      "",
      node(
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
      ),
    );
  }

  /** A table that is wider than its box can be reached and scrolled by keyboard; one that is not is no stop. */
  reach() {
    for (const box of all(this.place, ".table-scroll")) {
      const wide = box.scrollWidth > box.clientWidth;
      const told = { tabindex: "0", role: "region", "aria-label": one(box, "caption").textContent };
      for (const [name, value] of Object.entries(told)) {
        if (wide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  }
}
