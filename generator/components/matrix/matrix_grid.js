/* The tables of a comparison as rows and columns: shows, hides and marks them, and knows nothing of choices or words. */

import { node } from "./simulator_parts.js";

const MANY = 9; // columns that a sheet of A4 on its side holds; more are printed row by row

export class Grid {
  constructor(element) {
    this.boxes = [...element.querySelectorAll(".matrix-box")];
    this.columns = new Map();
    this.rows = new Map();
    for (const heading of element.querySelectorAll("thead [data-modality]")) {
      // The sign before a name may be its code in letters.
      const name = heading.querySelector(".signed__name").textContent.trim();
      this.columns.set(heading.dataset.modality, { name, heading, cells: [] });
    }
    for (const part of element.querySelectorAll("[data-row]")) {
      const { row: key, requester = "" } = part.dataset;
      const heading = part.querySelector("th");
      if (!this.rows.has(key)) this.rows.set(key, { name: heading.textContent.trim(), requester, parts: [], cells: new Map() });
      const row = this.rows.get(key);
      row.parts.push({ part, heading });
      for (const cell of part.querySelectorAll("td")) {
        row.cells.set(cell.dataset.modality, cell);
        this.columns.get(cell.dataset.modality).cells.push(cell);
      }
    }
    this.limited = [...element.querySelectorAll("[data-requesters]")].map((item) => [item, item.dataset.requesters.split(" ")]);
  }

  /** The headings of all rows, one for each table. */
  headings() {
    return [...this.rows].flatMap(([key, { parts }]) => parts.map(({ heading }) => ({ key, heading })));
  }

  /** Show what is chosen; give the number of rows that stand, and of those left out because they all say the same. */
  show({ modalities, requester, differences }) {
    for (const [item, who] of this.limited) item.hidden = Boolean(requester) && !who.includes(requester);
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

  /** Whether a row stands in what is shown. */
  shows(row) {
    return Boolean(this.rows.get(row)?.parts.some(({ part }) => !part.hidden));
  }

  /** A table is as wide as what it shows; a group without rows has no heading, a table without columns no place. */
  fit(box) {
    const table = box.querySelector("table");
    const width = table.querySelectorAll("thead [data-modality]:not([hidden])").length;
    table.classList.toggle("matrix--many", width > MANY);
    box.hidden = !width && this.boxes.length > 1;
    for (const group of table.tBodies) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
      group.querySelector("[scope=rowgroup]").colSpan = width + 1;
    }
  }

  /** Mark one row and one column, or none. */
  mark(row, column) {
    for (const [key, { parts }] of this.rows) {
      for (const { part, heading } of parts) {
        part.toggleAttribute("data-marked", key === row);
        heading.querySelector("button").setAttribute("aria-pressed", String(key === row));
      }
    }
    for (const [id, { heading, cells }] of this.columns) {
      for (const cell of [heading, ...cells]) cell.toggleAttribute("data-marked", id === column);
      heading.querySelector("button").setAttribute("aria-pressed", String(id === column));
    }
  }

  /** The words of the table itself for who may not ask for a modality; empty where they may, or nothing is told. */
  closedTo(requester, modality) {
    const state = this.rows.get(`access-${requester}`)?.cells.get(modality)?.querySelector("[data-state=denied]");
    return state?.textContent ?? "";
  }

  /** Put a state below the heading of a column, or take it away. */
  tag(modality, text) {
    const { heading } = this.columns.get(modality);
    heading.querySelector(".matrix__closed")?.remove();
    heading.toggleAttribute("data-closed", Boolean(text));
    if (text) heading.append(node("span", { class: "matrix__closed" }, node("span", { class: "state state--denied" }, text)));
  }

  /** What has focus comes to stand beside the headings that stick, never beneath them. */
  keepFocusInSight() {
    const watcher = new ResizeObserver(() => {
      for (const box of this.boxes) {
        const corner = box.querySelector(".matrix__corner");
        box.style.scrollPaddingBlockStart = `${corner.offsetHeight + 8}px`;
        box.style.scrollPaddingInlineStart = `${corner.offsetWidth + 8}px`;
      }
    });
    for (const box of this.boxes) {
      watcher.observe(box.querySelector(".matrix__corner"));
      // Browsers leave alone what has focus and is seen in part.
      box.addEventListener("focusin", ({ target }) => {
        if (target !== box && target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
    }
  }
}

function saysTheSame({ cells }, modalities, requester) {
  const said = new Set(modalities.map((id) => (cells.has(id) ? words(cells.get(id), requester) : "")));
  return said.size === 1;
}

/** What a cell says to who asks: by whom an entry is headed no longer tells anything where one requester is chosen. */
function words(cell, requester) {
  const items = [...cell.querySelectorAll("li")].filter((item) => !item.hidden);
  const told = (items.length ? items : [cell]).map((item) => {
    const who = requester && item.dataset.requesters ? item.querySelector(".matrix__who").textContent : "";
    return item.textContent.trim().slice(who.length).replace(/\s+/g, " ").trim();
  });
  return told.join("\n");
}
