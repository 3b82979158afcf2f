/* The comparison's choices: what stands side by side, for whom, where it differs; all of it kept in the address. */

import { put, read, write } from "./address.js";
import { announcer, copyButton, node, say, shape } from "./simulator_parts.js";
import { Grid } from "./matrix_grid.js";

const FEW = 3; // modalities chosen, whose names have room above the table
const LIST = "."; // no id has it, and no address has to write it as a code

/** Wake the tools above the tables. */
export function enhance(element, data) {
  new Comparison(element, data).start();
}

class Comparison {
  constructor(element, data) {
    this.element = element;
    this.words = data.words.matrix;
    this.spoken = data.words.quote;
    this.form = element.querySelector("form");
    this.boxes = [...this.form.querySelectorAll("[name=modality]")];
    this.printed = element.querySelector("[data-printed]");
    this.announce = announcer(element);
    this.grid = new Grid(element);
    this.choices = choices(this.grid, data);
    this.modalities = this.choices.find(({ id }) => id === "column").values;
    this.row = "";
    this.column = "";
  }

  start() {
    this.addMarks();
    this.form.querySelector("[data-copy-here]").replaceWith(
      // Seen beside the button; who listens hears it, and what the table shows stays in sight.
      copyButton(this.form.dataset.copy, this.spoken, () => location.href, announcer(this.element.querySelector("[data-copied]"))),
    );
    this.restore();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("click", ({ target }) => this.press(target));
    addEventListener("popstate", () => this.restore());
    this.grid.keepFocusInSight();
    this.form.hidden = false;
    this.element.dataset.ready = "";
  }

  /** A row is marked by its heading, a column by a button of its own, as its heading is a link. */
  addMarks() {
    for (const { key, heading } of this.grid.headings()) {
      const button = node("button", { type: "button", class: "matrix__mark", "aria-pressed": "false", "data-mark-row": key });
      button.append(...heading.childNodes);
      heading.append(button);
    }
    for (const [id, { name, heading }] of this.grid.columns) {
      const label = say(this.words.highlight, { modality: name });
      const sign = shape("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, shape("path", { d: "M1.5 2.5h13v11h-13zM6 2.5v11M10 2.5v11" }));
      const button = node("button", { type: "button", class: "matrix__pin", title: label, "aria-label": label, "aria-pressed": "false", "data-mark-column": id }, sign);
      heading.append(button);
    }
    this.element.addEventListener("click", ({ target }) => {
      const { markRow, markColumn } = target.closest("[data-mark-row], [data-mark-column]")?.dataset ?? {};
      if (markRow) this.row = this.row === markRow ? "" : markRow;
      if (markColumn) this.column = this.column === markColumn ? "" : markColumn;
      if (markRow || markColumn) this.changed({ silent: true });
    });
  }

  /** Take the choices from the address; what it names that does not exist is left out, and said. */
  restore() {
    const query = new URLSearchParams(location.search);
    const listed = query.get("modality");
    query.delete("modality");
    const { chosen, unknown } = read(query, this.choices);
    const lost = unknown.map(([name, value]) => `${name}=${value}`);
    const wanted = new Set();
    for (const id of listed?.split(LIST).filter(Boolean) ?? []) {
      const found = this.modalities.find((each) => each.id === id) ?? this.modalities.find((each) => each.earlier.includes(id));
      if (found) wanted.add(found.id);
      else lost.push(`modality=${id}`);
    }
    const all = listed === null || (listed !== "" && !wanted.size);
    for (const box of this.boxes) box.checked = all || wanted.has(box.value);
    this.form.elements.requester.value = chosen.requester ?? "";
    this.form.elements.differences.checked = Boolean(chosen.differences);
    this.row = chosen.row ?? "";
    this.column = chosen.column ?? "";
    const told = lost.length ? say(this.spoken.dropped, { names: lost.join(", ") }) : "";
    this.show(told);
    if (told) this.keep();
  }

  press(target) {
    const { choose, clear } = target.closest("[data-choose], [data-clear]")?.dataset ?? {};
    if (choose === undefined && clear === undefined) return;
    for (const box of this.boxes) box.checked = choose !== "none";
    if (clear !== undefined) {
      this.form.elements.requester.value = "";
      this.form.elements.differences.checked = false;
      this.row = this.column = "";
    }
    this.changed();
  }

  changed({ silent = false } = {}) {
    this.show("", silent);
    this.keep();
  }

  /** What is chosen: an empty list of modalities is a choice too. */
  chosen() {
    return {
      modalities: this.boxes.filter((box) => box.checked).map((box) => box.value),
      requester: this.form.elements.requester.value,
      differences: this.form.elements.differences.checked,
    };
  }

  keep() {
    const { modalities, requester, differences } = this.chosen();
    const made = {};
    if (modalities.length < this.boxes.length) made.modality = modalities.join(LIST);
    if (requester) made.requester = requester;
    if (differences) made.differences = "1";
    if (this.row) made.row = this.row;
    if (this.column) made.column = this.column;
    put(write(made, [{ id: "modality" }, ...this.choices]), { step: false });
  }

  show(first = "", silent = false) {
    const { words, grid } = this;
    const chosen = this.chosen();
    const shown = grid.show(chosen);
    grid.mark(this.row, this.column);
    for (const [id, { name, heading }] of grid.columns) {
      const closed = chosen.requester && grid.closedTo(chosen.requester, id);
      grid.tag(id, closed);
      // Each cell is read with the name of its column: the button is no part of that.
      heading.setAttribute("aria-label", closed ? say(words.closed, { modality: name, state: closed }) : name);
    }
    const count = { shown: chosen.modalities.length, all: this.boxes.length };
    this.form.querySelector("[data-count]").textContent = say(words.count, count);
    this.name(chosen.modalities);
    this.printed.textContent = this.paper(chosen, shown);
    this.printed.hidden = !this.printed.textContent;
    const told = [first, say(words.status, { ...count, rows: shown.rows, all_rows: grid.rows.size }), this.hint(chosen, shown)];
    if (!silent) this.announce(told.filter(Boolean).join(" "));
  }

  /** Name what stands side by side, where it is few of what there is: a shared address leads to folded choices. */
  name(modalities) {
    const place = this.form.querySelector("[data-few]");
    place.hidden = !modalities.length || modalities.length > FEW || modalities.length === this.boxes.length;
    place.textContent = place.hidden ? "" : modalities.map((id) => this.grid.columns.get(id).name).join(", ");
  }

  hint({ modalities, differences }, { rows }) {
    if (!modalities.length) return this.words.none;
    if (!differences) return "";
    if (modalities.length === 1) return this.words.single;
    return rows ? "" : this.words.alike;
  }

  /** What a sheet of paper has to say of itself: what it leaves out, and what is highlighted. */
  paper({ modalities, requester }, { alike }) {
    const { words, grid } = this;
    const missing = [...grid.columns].filter(([id]) => !modalities.includes(id)).map(([, { name }]) => name);
    const what = [
      missing.length && say(words.left_modalities, { names: missing.join(", ") }),
      alike && say(words.left_alike, { number: alike }),
      requester && say(words.left_requesters, { requester: this.form.elements.requester.selectedOptions[0].text }),
    ].filter(Boolean);
    const column = modalities.includes(this.column) ? this.column : "";
    const row = grid.shows(this.row) ? this.row : "";
    const marked = [grid.rows.get(row)?.name, grid.columns.get(column)?.name].filter(Boolean);
    return [
      what.length && say(words.left_out, { what: what.join("; ") }),
      marked.length && say(words.marked, { names: marked.join(", ") }),
    ].filter(Boolean).join(" ");
  }
}

/** What the address can hold besides the list of modalities, in its order. */
function choices(grid, data) {
  const of = (ids, known) => ids.map((id) => ({ id, earlier: known?.[id]?.earlier ?? [] }));
  return [
    { id: "requester", values: of(Object.keys(data.requesters), data.requesters) },
    { id: "differences", values: of(["1"]) },
    { id: "row", values: of([...grid.rows.keys()]) },
    { id: "column", values: of([...grid.columns.keys()], data.modalities) },
  ];
}
