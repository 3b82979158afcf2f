/* The simulator: what a case costs, while it is chosen; nothing that is typed leaves the page. */

import { CaseForm } from "./case_form.js";
import { quote } from "./decisions.js";
import { announcer, one } from "./page_parts.js";
import { answer } from "./simulator_answer.js";
import { Result } from "./simulator_result.js";
import { Teller } from "./teller.js";

/** @import { Data } from "./data.js" */

/**
 * Make the simulator of what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {{ root: URL }} site
 */
export function enhance(element, data, { root }) {
  const elsewhere = /** @type {HTMLAnchorElement} */ (one(element, "[data-bill] a"));
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
    const told = answer(teller, asked.modality, asked.known, quote(data, asked.modality, asked.known), typed);
    result.show(told, asked.modality, asked.known, typed);
    return told.headline;
  });
  form.start();
  elsewhere.addEventListener("click", () => {
    elsewhere.search = location.search; // the case is known there, too
  });
  element.dataset.ready = "";
}
