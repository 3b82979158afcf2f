/* The comparison's choices: what stands side by side, for whom, where it differs; all of it kept in the address. */

import { put, read, write } from "./url_state.js";
import { Grid } from "./matrix_grid.js";
import { Slots } from "./matrix_slots.js";
import { all, announcer, at, copyButton, node, one, say, shape } from "./page_parts.js";

/** @import { Data, Named } from "./data.js" */
/** @import { Choice } from "./types.js" */
/** @import { Chosen, Shown } from "./matrix_grid.js" */

const FEW = 3; // modalities chosen, whose names have room above the table
const LIST = "."; // no id has it, and no address has to write it as a code

/**
 * Wake the tools above the tables.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 */
export function enhance(element, data) {
  new Comparison(element, data).start();
}

class Comparison {
  /**
   * @param {HTMLElement} element
   * @param {Data} data
   */
  constructor(element, data) {
    this.element = element;
    this.words = data.words.matrix;
    this.shared = data.words.shared;
    this.form = /** @type {HTMLElement} */ (one(element, ".comparison__tools"));
    this.boxes = /** @type {HTMLInputElement[]} */ (all(this.form, "[name=modality]"));
    this.requester = one(this.form, "select");
    this.differences = /** @type {HTMLInputElement} */ (one(this.form, "[name=differences]"));
    this.printed = one(element, "[data-printed]");
    this.announce = announcer(element);
    this.grid = new Grid(element);
    this.choices = choices(this.grid, data);
    this.modalities = this.choices.find(({ id }) => id === "column")?.values ?? [];
    this.names = this.boxes.map(({ value: id }) => ({ id, name: this.grid.columns.get(id)?.name ?? id }));
    this.slots = new Slots(element, this.words.slot, this.names);
    this.hints = all(element, ".fold__hint").map((hint) => ({ hint, whole: hint.textContent }));
    /** @type {string[]} */
    this.order = [];
    this.row = "";
    this.column = "";
  }

  start() {
    this.addMarks();
    // Seen beside the button; who listens hears it, and what the table shows stays in sight.
    const told = announcer(one(this.element, "[data-copied]"));
    const button = copyButton(this.form.dataset.copy ?? "", this.shared, () => location.href, told);
    one(this.form, "[data-copy-here]").replaceWith(button);
    this.form.hidden = false;
    this.fit();
    this.restore();
    this.form.addEventListener("input", (event) => this.choose(at(event)));
    this.form.addEventListener("click", (event) => this.press(at(event)));
    addEventListener("popstate", () => this.restore());
    this.element.dataset.ready = "";
    this.grid.keepFocusInSight();
    new ResizeObserver(() => this.fit() && this.show("", true)).observe(this.element);
  }

  /** Who chooses column by column has no list to tick. */
  fit() {
    const changed = this.slots.fit();
    one(this.form, ".comparison__choose").hidden = this.slots.limited;
    return changed;
  }

  /** @param {HTMLElement} target */
  choose(target) {
    if (target.matches("[data-slot]")) this.order = this.slots.take(/** @type {HTMLSelectElement} */ (target));
    else if (target.matches("[name=modality]")) this.order = [];
    if (this.order.length) for (const box of this.boxes) box.checked = this.order.includes(box.value);
    this.changed();
  }

  /** A row is marked by its heading, a column by a button of its own, as its heading is a link. */
  addMarks() {
    for (const { key, heading } of this.grid.headings()) {
      const button = node("button", {
        type: "button",
        class: "matrix__mark",
        "aria-pressed": "false",
        "data-mark-row": key,
      });
      button.append(...heading.childNodes);
      heading.append(button);
    }
    for (const [id, { name, headings }] of this.grid.columns) {
      const label = say(this.words.highlight, { modality: name });
      for (const heading of headings) heading.append(pin(id, label));
    }
    this.element.addEventListener("click", (event) => {
      const { markRow, markColumn } = pressed(at(event), "[data-mark-row], [data-mark-column]");
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
      const found =
        this.modalities.find((each) => each.id === id) ?? this.modalities.find((each) => each.earlier?.includes(id));
      if (found) wanted.add(found.id);
      else lost.push(`modality=${id}`);
    }
    const whole = listed === null || (listed !== "" && !wanted.size);
    this.order = [...wanted];
    for (const box of this.boxes) box.checked = whole || wanted.has(box.value);
    this.requester.value = chosen.requester ?? "";
    this.differences.checked = Boolean(chosen.differences);
    this.row = chosen.row ?? "";
    this.column = chosen.column ?? "";
    const told = lost.length ? say(this.shared.dropped, { names: lost.join(", ") }) : "";
    this.show(told);
    if (told) this.keep();
  }

  /** @param {HTMLElement} target */
  press(target) {
    const { choose, clear } = pressed(target, "[data-choose], [data-clear]");
    if (choose === undefined && clear === undefined) return;
    for (const box of this.boxes) box.checked = choose !== "none";
    this.order = [];
    if (clear !== undefined) {
      this.requester.value = "";
      this.differences.checked = false;
      this.row = this.column = "";
    }
    this.changed();
  }

  changed({ silent = false } = {}) {
    this.show("", silent);
    this.keep();
  }

  /** What is chosen, in its order: an empty list of modalities is a choice too. */
  listed() {
    if (this.order.length) return this.order;
    const checked = new Set(this.boxes.filter((box) => box.checked).map((box) => box.value));
    return [...this.grid.columns.keys()].filter((id) => checked.has(id));
  }

  /**
   * What is shown of it.
   *
   * @returns {Chosen}
   */
  chosen() {
    return {
      modalities: this.listed().slice(0, this.slots.number),
      requester: this.requester.value,
      differences: this.differences.checked,
    };
  }

  keep() {
    const { requester, differences } = this.chosen();
    const listed = this.listed();
    /** @type {Record<string, string>} */
    const made = {};
    if (this.order.length || listed.length < this.boxes.length) made.modality = listed.join(LIST);
    if (requester) made.requester = requester;
    if (differences) made.differences = "1";
    if (this.row) made.row = this.row;
    if (this.column) made.column = this.column;
    put(write(made, [{ id: "modality" }, ...this.choices]), { step: false });
  }

  show(first = "", silent = false) {
    const { words, grid } = this;
    const chosen = this.chosen();
    this.slots.set(chosen.modalities);
    const shown = grid.show(chosen);
    grid.mark(this.row, this.column);
    for (const [id, { name, headings }] of grid.columns) {
      const closed = chosen.requester && grid.closedTo(chosen.requester, id);
      for (const heading of headings) {
        grid.tag(heading, closed);
        // Each cell is read with the name of its column: the button is no part of that.
        heading.setAttribute("aria-label", closed ? say(words.closed, { modality: name, state: closed }) : name);
      }
    }
    this.tellUntold(shown);
    this.tellRows();
    const count = { shown: chosen.modalities.length, all: this.boxes.length };
    one(this.form, "[data-count]").textContent = say(words.count, count);
    this.name(chosen.modalities);
    this.printed.textContent = this.paper(chosen, shown);
    this.printed.hidden = !this.printed.textContent;
    const told = [
      first,
      say(words.status, { ...count, rows: shown.rows, all_rows: grid.rows.size }),
      this.hint(chosen, shown),
    ];
    if (!silent) this.announce(told.filter(Boolean).join(" "));
  }

  /**
   * What cannot be compared, in one line that names the rows.
   *
   * @param {Shown} shown
   */
  tellUntold({ untold }) {
    const place = one(this.element, "[data-silent]");
    place.hidden = !untold.length;
    one(place, "summary span").textContent = String(untold.length);
    one(place, "p").textContent = untold.join("; ");
  }

  /** How many rows lie in what is folded: of those that were left out it says nothing. */
  tellRows() {
    for (const { hint, whole } of this.hints) {
      const rows = all(/** @type {HTMLElement} */ (hint.closest(".fold")), "[data-row]");
      const shown = rows.filter((row) => !row.hidden).length;
      hint.textContent = shown < rows.length ? say(this.words.rows, { shown, all: rows.length }) : whole;
    }
  }

  /**
   * Name what stands side by side, where it is few of what there is: a shared address leads to folded choices.
   *
   * @param {string[]} modalities
   */
  name(modalities) {
    const place = one(this.form, "[data-few]");
    place.hidden = !modalities.length || modalities.length > FEW || modalities.length === this.boxes.length;
    place.textContent = place.hidden ? "" : modalities.map((id) => this.grid.columns.get(id)?.name).join(", ");
  }

  /**
   * @param {Chosen} chosen
   * @param {Shown} shown
   */
  hint({ modalities, differences }, { rows, untold }) {
    if (!modalities.length) return this.words.none;
    if (!differences) return "";
    if (modalities.length === 1) return this.words.single;
    return rows || untold.length ? "" : this.words.alike;
  }

  /**
   * What a sheet of paper has to say of itself: what it leaves out, and what is highlighted.
   *
   * @param {Chosen} chosen
   * @param {Shown} shown
   */
  paper({ modalities, requester }, { alike, untold }) {
    const { words, grid } = this;
    const missing = [...grid.columns].filter(([id]) => !modalities.includes(id)).map(([, { name }]) => name);
    const what = [
      missing.length && say(words.left_modalities, { names: missing.join(", ") }),
      alike && say(words.left_alike, { number: alike }),
      untold.length && say(words.left_untold, { number: untold.length }),
      requester && say(words.left_requesters, { requester: this.requester.selectedOptions[0].text }),
    ].filter(Boolean);
    const column = modalities.includes(this.column) ? this.column : "";
    const row = grid.shows(this.row) ? this.row : "";
    const marked = [grid.rows.get(row)?.name, grid.columns.get(column)?.name].filter(Boolean);
    return [
      what.length && say(words.left_out, { what: what.join("; ") }),
      marked.length && say(words.marked, { names: marked.join(", ") }),
    ]
      .filter(Boolean)
      .join(" ");
  }
}

/**
 * The button that marks a column.
 *
 * @param {string} id
 * @param {string} label
 */
function pin(id, label) {
  const sign = shape(
    "svg",
    { viewBox: "0 0 16 16", "aria-hidden": "true" },
    shape("path", { d: "M1.5 2.5h13v11h-13zM6 2.5v11M10 2.5v11" }),
  );
  return node(
    "button",
    {
      type: "button",
      class: "matrix__pin",
      title: label,
      "aria-label": label,
      "aria-pressed": "false",
      "data-mark-column": id,
    },
    sign,
  );
}

/**
 * What the button says by which one was meant, if it was one of those.
 *
 * @param {HTMLElement} target
 * @param {string} buttons
 */
function pressed(target, buttons) {
  return /** @type {HTMLElement?} */ (target.closest(buttons))?.dataset ?? {};
}

/**
 * What the address can hold besides the list of modalities, in its order.
 *
 * @param {Grid} grid
 * @param {Data} data
 * @returns {Choice[]}
 */
function choices(grid, data) {
  /** @type {(ids: string[], known?: Record<string, Named>) => Choice["values"]} */
  const of = (ids, known) => ids.map((id) => ({ id, earlier: known?.[id]?.earlier ?? [] }));
  return [
    { id: "requester", values: of(Object.keys(data.requesters), data.requesters) },
    { id: "differences", values: of(["1"]) },
    { id: "row", values: of([...grid.rows.keys()]) },
    { id: "column", values: of([...grid.columns.keys()], data.modalities) },
  ];
}
