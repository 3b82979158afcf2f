/* On a screen without room for all: a choice for each column of which modality stands in it. */

import { all, node, one, say } from "./page_parts.js";

/** @typedef {{ id: string, name: string }} Named */

const ROW = 11.5; // the heading of a row, in letters of the table
const COLUMN = 10.3; // what a column needs to be read
const LEAST = 2;

export class Slots {
  /**
   * @param {HTMLElement} element
   * @param {string} label
   * @param {Named[]} modalities
   */
  constructor(element, label, modalities) {
    this.element = element;
    this.place = one(element, "[data-slots]");
    this.label = label;
    this.modalities = modalities;
    this.number = 0;
  }

  /** How many columns have room. */
  get room() {
    const letter = Number.parseFloat(getComputedStyle(one(this.element, ".matrix")).fontSize);
    return Math.max(LEAST, Math.floor((this.element.clientWidth / letter - ROW) / COLUMN));
  }

  /** Whether fewer have room than there are. */
  get limited() {
    return this.number < this.modalities.length;
  }

  /** Make as many choices as columns have room; tell whether that has changed. */
  fit() {
    const number = Math.min(this.room, this.modalities.length);
    if (number === this.number) return false;
    this.number = number;
    this.place.hidden = !this.limited;
    for (const each of all(this.place, "label")) each.remove();
    if (this.limited) for (let index = 0; index < number; index += 1) this.place.append(this.slot(index));
    return true;
  }

  /** @param {number} index */
  slot(index) {
    const label = say(this.label, { number: index + 1 });
    const options = this.modalities.map(({ id, name }) => node("option", { value: id }, name));
    return node(
      "label",
      {},
      node("span", { class: "visually-hidden" }, label),
      node("select", { class: "field__input", "data-slot": index }, ...options),
    );
  }

  /** @param {string[]} shown */
  set(shown) {
    for (const [index, each] of all(this.place, "select").entries()) {
      each.value = shown[index] ?? "";
      each.dataset.was = each.value;
    }
  }

  /**
   * What stands in the columns once one was chosen: who wants what stands in another gets both changed over.
   *
   * @param {HTMLSelectElement} chosen
   */
  take(chosen) {
    const { was } = chosen.dataset;
    for (const each of all(this.place, "select")) {
      if (each !== chosen && each.value === chosen.value) each.value = was ?? "";
    }
    return all(this.place, "select")
      .map((each) => each.value)
      .filter(Boolean);
  }
}
