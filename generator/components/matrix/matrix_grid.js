/* The tables of a comparison as rows and columns: shows, hides and marks them, and knows nothing of choices or words. */

import { all, at, node, one } from "./page_parts.js";

/** @typedef {{ part: HTMLElement, heading: HTMLElement }} Part */
/** @typedef {{ name: string, requester: string, parts: Part[], cells: Map<string, HTMLElement> }} Row */
/** @typedef {{ name: string, heading: HTMLElement, cells: HTMLElement[] }} Column */
/** @typedef {{ modalities: string[], requester: string, differences: boolean }} Chosen */

const MANY = 9; // columns that a sheet of A4 on its side holds; more are printed row by row

export class Grid {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.boxes = all(element, ".matrix-box");
    /** @type {Map<string, Column>} */
    this.columns = new Map();
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    for (const heading of all(element, "thead [data-modality]")) {
      // The sign before a name may be its code in letters.
      const name = one(heading, ".signed__name").textContent.trim();
      this.columns.set(heading.dataset.modality ?? "", { name, heading, cells: [] });
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
    this.limited = all(element, "[data-requesters]").map((item) => ({ item, who: requestersOf(item) }));
  }

  /** The headings of all rows, one for each table. */
  headings() {
    return [...this.rows].flatMap(([key, { parts }]) => parts.map(({ heading }) => ({ key, heading })));
  }

  /**
   * Show what is chosen; give the number of rows that stand, and of those left out because they all say the same.
   *
   * @param {Chosen} chosen
   */
  show({ modalities, requester, differences }) {
    for (const { item, who } of this.limited) item.hidden = Boolean(requester) && !who.includes(requester);
    for (const [id, { heading, cells }] of this.columns) {
      const hidden = !modalities.includes(id);
      heading.hidden = hidden;
      for (const cell of cells) cell.hidden = hidden;
    }
    let rows = 0;
    let alike = 0;
    for (const row of this.rows.values()) {
      const other = Boolean(requester) && row.requester !== "" && row.requester !== requester;
      const same = !other && differences && modalities.length > 1 && saysTheSame(row, modalities, requester);
      for (const { part } of row.parts) part.hidden = other || same;
      if (same) alike += 1;
      else if (!other) rows += 1;
    }
    for (const box of this.boxes) this.fit(box);
    return { rows, alike };
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
   * A table is as wide as what it shows; a group without rows has no heading, a table without columns no place.
   *
   * @param {HTMLElement} box
   */
  fit(box) {
    const table = one(box, "table");
    const width = table.querySelectorAll("thead [data-modality]:not([hidden])").length;
    table.classList.toggle("matrix--many", width > MANY);
    box.hidden = !width && this.boxes.length > 1;
    for (const group of table.tBodies) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
      const heading = /** @type {HTMLTableCellElement} */ (one(group, "[scope=rowgroup]"));
      heading.colSpan = width + 1;
    }
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
      }
    }
    for (const [id, { heading, cells }] of this.columns) {
      for (const cell of [heading, ...cells]) cell.toggleAttribute("data-marked", id === column);
      one(heading, "button").setAttribute("aria-pressed", String(id === column));
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

  /** What has focus comes to stand beside the headings that stick, never beneath them. */
  keepFocusInSight() {
    const watcher = new ResizeObserver(() => {
      for (const box of this.boxes) {
        const corner = one(box, ".matrix__corner");
        box.style.scrollPaddingBlockStart = `${corner.offsetHeight + 8}px`;
        box.style.scrollPaddingInlineStart = `${corner.offsetWidth + 8}px`;
      }
    });
    for (const box of this.boxes) {
      watcher.observe(one(box, ".matrix__corner"));
      // Browsers leave alone what has focus and is seen in part.
      box.addEventListener("focusin", (event) => {
        const target = at(event);
        if (target !== box && target.matches(":focus-visible")) {
          target.scrollIntoView({ block: "nearest", inline: "nearest" });
        }
      });
    }
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
