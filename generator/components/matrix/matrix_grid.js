/* The tables of a comparison as rows and columns: shows, hides and marks them, and knows nothing of choices or words. */

import { all, at, node, one } from "./page_parts.js";

/** @typedef {{ part: HTMLElement, heading: HTMLElement }} Part */
/** @typedef {{ name: string, requester: string, parts: Part[], cells: Map<string, HTMLElement> }} Row */
/** @typedef {{ name: string, headings: HTMLElement[], cells: HTMLElement[] }} Column */
/** @typedef {{ modalities: string[], requester: string, differences: boolean }} Chosen */
/** @typedef {{ rows: number, alike: number, untold: string[] }} Shown */

const MANY = 9; // columns that a sheet of A4 on its side holds; more are printed row by row

export class Grid {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.boxes = all(element, ".matrix-box");
    /** @type {Map<string, Column>} */
    this.columns = new Map();
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    for (const heading of all(element, "thead [data-modality]")) {
      // The sign before a name may be its code in letters.
      const name = one(heading, ".signed__name").textContent.trim();
      const { modality: id = "" } = heading.dataset;
      const column = this.columns.get(id) ?? { name, headings: [], cells: [] };
      this.columns.set(id, column);
      column.headings.push(heading);
    }
    for (const part of all(element, "[data-row]")) {
      const { row: key = "", requester = "" } = part.dataset;
      const heading = one(part, "th");
      /** @type {Row} */
      const row = this.rows.get(key) ?? { name: heading.textContent.trim(), requester, parts: [], cells: new Map() };
      this.rows.set(key, row);
      row.parts.push({ part, heading });
      for (const cell of all(part, "td")) {
        const { modality = "" } = cell.dataset;
        row.cells.set(modality, cell);
        this.columns.get(modality)?.cells.push(cell);
      }
    }
    this.differences = false;
    this.limited = all(element, "[data-requesters]").map((item) => ({ item, who: requestersOf(item) }));
  }

  /** The headings of all rows, one for each table. */
  headings() {
    return [...this.rows].flatMap(([key, { parts }]) => parts.map(({ heading }) => ({ key, heading })));
  }

  /**
   * Show what is chosen; give the number of rows that stand, of those left out because they all say the same, and the
   * names of those left out because not all say anything.
   *
   * @param {Chosen} chosen
   * @returns {Shown}
   */
  show({ modalities, requester, differences }) {
    for (const { item, who } of this.limited) item.hidden = Boolean(requester) && !who.includes(requester);
    this.arrange(modalities);
    /** @type {Shown} */
    const shown = { rows: 0, alike: 0, untold: [] };
    const only = differences && modalities.length > 1;
    for (const row of this.rows.values()) {
      const other = Boolean(requester) && row.requester !== "" && row.requester !== requester;
      const same = !other && only && saysTheSame(row, modalities, requester);
      const silent = !other && only && !same && modalities.some((id) => isUntold(row.cells.get(id)));
      for (const { part } of row.parts) part.hidden = other || same || silent;
      if (same) shown.alike += 1;
      else if (silent) shown.untold.push(row.name);
      else if (!other) shown.rows += 1;
    }
    for (const box of this.boxes) this.fit(box, differences);
    this.differences = differences;
    return shown;
  }

  /**
   * Columns stand in the order in which they were chosen; the others are hidden behind them.
   *
   * @param {string[]} modalities
   */
  arrange(modalities) {
    const ids = [...this.columns.keys()];
    const order = [...modalities, ...ids.filter((id) => !modalities.includes(id))];
    const moved = order.join() !== (this.order ?? ids).join();
    this.order = order;
    for (const id of order) {
      const { headings = [], cells = [] } = this.columns.get(id) ?? {};
      for (const cell of [...headings, ...cells]) {
        cell.hidden = !modalities.includes(id);
        if (moved) cell.parentElement?.append(cell);
      }
    }
  }

  /**
   * Whether a row stands in what is shown.
   *
   * @param {string} row
   */
  shows(row) {
    return Boolean(this.rows.get(row)?.parts.some(({ part }) => !part.hidden));
  }

  /**
   * A table is as wide as what it shows; a group without rows has no heading, a table without columns no place. What
   * is folded opens for who looks for differences, and closes behind them.
   *
   * @param {HTMLElement} box
   * @param {boolean} differences
   */
  fit(box, differences) {
    const table = one(box, "table");
    const width = table.querySelectorAll("thead [data-modality]:not([hidden])").length;
    table.classList.toggle("matrix--many", width > MANY);
    for (const group of table.tBodies) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
      const heading = /** @type {HTMLTableCellElement?} */ (group.querySelector("[scope=rowgroup]"));
      if (heading) heading.colSpan = width + 1;
    }
    const fold = /** @type {HTMLDetailsElement?} */ (box.closest(".fold"));
    const empty = !table.querySelector("tbody:not([hidden])");
    box.hidden = empty || (!width && this.columns.size > table.querySelectorAll("thead [data-modality]").length);
    if (!fold) return;
    fold.hidden = box.hidden;
    if (differences !== this.differences) fold.open = differences;
  }

  /**
   * Mark one row and one column, or none.
   *
   * @param {string} row
   * @param {string} column
   */
  mark(row, column) {
    for (const [key, { parts }] of this.rows) {
      for (const { part, heading } of parts) {
        part.toggleAttribute("data-marked", key === row);
        one(heading, "button").setAttribute("aria-pressed", String(key === row));
        const fold = /** @type {HTMLDetailsElement?} */ (part.closest(".fold"));
        if (fold && key === row) fold.open = true;
      }
    }
    for (const [id, { headings, cells }] of this.columns) {
      for (const cell of [...headings, ...cells]) cell.toggleAttribute("data-marked", id === column);
      for (const heading of headings) one(heading, "button").setAttribute("aria-pressed", String(id === column));
    }
  }

  /**
   * The words of the table itself for who may not ask for a modality; empty where they may, or nothing is told.
   *
   * @param {string} requester
   * @param {string} modality
   */
  closedTo(requester, modality) {
    const state = this.rows.get(`access-${requester}`)?.cells.get(modality)?.querySelector("[data-state=denied]");
    return state?.textContent ?? "";
  }

  /**
   * Put a state below the heading of a column, or take it away.
   *
   * @param {HTMLElement} heading
   * @param {string} text
   */
  tag(heading, text) {
    heading.querySelector(".matrix__closed")?.remove();
    heading.toggleAttribute("data-closed", Boolean(text));
    if (text) {
      heading.append(node("span", { class: "matrix__closed" }, node("span", { class: "state state--denied" }, text)));
    }
  }

  /** What has focus comes to stand below the heads that stick, never beneath them. */
  keepFocusInSight() {
    const [box] = this.boxes;
    if (!box) return;
    const head = one(box, "thead");
    new ResizeObserver(() => {
      this.element.style.setProperty("--head", `${head.offsetHeight}px`);
    }).observe(head);
    // Browsers leave alone what has focus and is seen in part.
    this.element.addEventListener("focusin", (event) => {
      const target = at(event);
      if (target.matches(".matrix tbody :focus-visible")) target.scrollIntoView({ block: "nearest" });
    });
  }
}

/** @param {HTMLElement} item */
function requestersOf(item) {
  return item.dataset.requesters?.split(" ") ?? [];
}

/**
 * @param {Row} row
 * @param {string[]} modalities
 * @param {string} requester
 */
function saysTheSame({ cells }, modalities, requester) {
  const said = new Set(modalities.map((id) => words(cells.get(id), requester)));
  return said.size === 1;
}

/**
 * Whether no source tells anything of what a cell is about.
 *
 * @param {HTMLElement | undefined} cell
 */
function isUntold(cell) {
  if (!cell) return true;
  const items = all(cell, "li").filter((item) => !item.hidden);
  return (items.length ? items : [cell]).every((item) => item.querySelector(":scope .matrix__untold"));
}

/**
 * What a cell says to who asks: by whom an entry is headed no longer tells anything where one requester is chosen, and
 * what is said by an inference is still the same.
 *
 * @param {HTMLElement | undefined} cell
 * @param {string} requester
 */
function words(cell, requester) {
  if (!cell) return "";
  const items = all(cell, "li").filter((item) => !item.hidden);
  const told = (items.length ? items : [cell]).map((item) => {
    const who = requester && item.dataset.requesters ? one(item, ".matrix__who").textContent : "";
    const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
    for (const mark of all(copy, ".inferred")) mark.remove();
    return copy.textContent.trim().slice(who.length).replace(/\s+/g, " ").trim();
  });
  return told.join("\n");
}
