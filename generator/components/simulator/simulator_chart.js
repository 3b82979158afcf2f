/* What a time costs, drawn: a line of steps with the least quantity in it, and the same as a table. */

import { billedUnits } from "./decisions.js";
import { times } from "./money.js";
import { node, shape } from "./page_parts.js";

/** @import { Rule } from "./data.js" */
/** @import { Bill } from "./types.js" */
/** @import { Teller } from "./teller.js" */
/** @typedef {(units: number) => string} Label */

const WIDTH = 640;
const HEIGHT = 260;
const RIGHT = 20;
const TOP = 34;
const BOTTOM = 46;
const MOST_STEPS = 600;
const STOPS = [1, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480, 960, 1440];

/**
 * Draw the chart; without a rate, of what is billed instead of what it costs.
 *
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 */
export function chart(teller, rule, bill) {
  const { words } = teller;
  const last = reach(rule, bill.minutes);
  const title = bill.rate ? words.chart : words.chart_units;
  /** @type {Label} */
  const label = (units) => (bill.rate ? cost(teller, bill, units) : teller.number(units));
  const least = rule.unknown.length ? ` ${words.chart_least}` : "";
  const caption = node("figcaption", { class: "chart__title", id: "simulator-chart" }, title + least);
  return node(
    "figure",
    { class: "chart" },
    caption,
    drawing(teller, rule, bill, last, label),
    node(
      "details",
      {},
      node("summary", {}, words.chart_table),
      node("div", { class: "table-scroll" }, table(teller, rule, bill, last, title)),
    ),
  );
}

/**
 * @param {Teller} teller
 * @param {Bill} bill
 * @param {number} units
 */
function cost(teller, bill, units) {
  if (!bill.rate || !bill.amount) return "";
  const places = bill.amount.split(".")[1]?.length ?? 0;
  return teller.money(times(bill.rate, units, places, teller.data.rounding), bill.currency);
}

/**
 * How many minutes the chart shows: the typed ones with room to their right.
 *
 * @param {Rule} rule
 * @param {number} minutes
 */
function reach(rule, minutes) {
  const least = (rule.minimum ?? 0) * (rule.unit === "hour" ? 60 : 1);
  const wanted = Math.max(minutes * 1.25, least * 2, 60);
  return Math.ceil(wanted / 30) * 30;
}

/**
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 * @param {number} last
 * @param {Label} label
 */
function drawing(teller, rule, bill, last, label) {
  const most = billedUnits(rule, last);
  const left = 16 + 11 * Math.max(...ticks(most, 4).map((units) => label(units).length));
  const x = (/** @type {number} */ minutes) => left + (minutes / last) * (WIDTH - left - RIGHT);
  const y = (/** @type {number} */ units) => HEIGHT - BOTTOM - (units / most) * (HEIGHT - TOP - BOTTOM);
  const step = Math.max(1, Math.ceil(last / MOST_STEPS));
  let path = `M${x(0)} ${y(billedUnits(rule, 1))}`;
  for (let at = step; at <= last; at += step) path += `V${y(billedUnits(rule, at))}H${x(at)}`;
  const here = [x(bill.minutes), y(bill.units)];
  const beforeHalf = bill.minutes < last / 2;
  return shape(
    "svg",
    { class: "chart__drawing", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-labelledby": "simulator-chart" },
    ticks(most, 4).flatMap((units) => [
      shape("line", { class: "chart__grid", x1: left, x2: WIDTH - RIGHT, y1: y(units), y2: y(units) }),
      shape("text", { class: "chart__label", x: left - 8, y: y(units) + 4, "text-anchor": "end" }, label(units)),
    ]),
    ticks(last, 6).map((minutes) =>
      shape(
        "text",
        { class: "chart__label", x: x(minutes), y: HEIGHT - BOTTOM + 18, "text-anchor": "middle" },
        `${minutes}`,
      ),
    ),
    shape(
      "text",
      { class: "chart__label", x: (left + WIDTH - RIGHT) / 2, y: HEIGHT - 6, "text-anchor": "middle" },
      teller.words.minutes_worked,
    ),
    shape("path", { class: "chart__line", d: path }),
    shape("line", { class: "chart__here", x1: here[0], x2: here[0], y1: here[1], y2: HEIGHT - BOTTOM }),
    shape("circle", { class: "chart__dot", cx: here[0], cy: here[1], r: 5 }),
    shape(
      "text",
      {
        class: "chart__value",
        x: here[0] + (beforeHalf ? 10 : -10),
        y: here[1] + (beforeHalf ? 22 : -10),
        "text-anchor": beforeHalf ? "start" : "end",
      },
      bill.rate ? label(bill.units) : teller.quantity(rule.unit, bill.units),
    ),
  );
}

/**
 * Round numbers from 0 up to at most `most`, about `count` of them.
 *
 * @param {number} most
 * @param {number} count
 */
function ticks(most, count) {
  const raw = most / count;
  const size = 10 ** Math.floor(Math.log10(Math.max(raw, 1)));
  const step =
    [1, 1.5, 2, 3, 5, 10].map((each) => each * size).find((each) => each >= raw && Number.isInteger(each)) ??
    Math.ceil(raw);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

/**
 * @param {Teller} teller
 * @param {Rule} rule
 * @param {Bill} bill
 * @param {number} last
 * @param {string} title
 */
function table(teller, rule, bill, last, title) {
  const { words } = teller;
  const stops = [...new Set([...STOPS, ...steps(rule), bill.minutes])].filter((each) => each <= last);
  const head = [words.minutes_worked, words.billed_time, ...(bill.rate ? [words.amount] : [])];
  return node(
    "table",
    { class: "chart__table" },
    node("caption", {}, title),
    node(
      "thead",
      {},
      node(
        "tr",
        {},
        head.map((each) => node("th", { scope: "col" }, each)),
      ),
    ),
    node(
      "tbody",
      {},
      stops
        .sort((one, other) => one - other)
        .map((minutes) => {
          const units = billedUnits(rule, minutes);
          return node(
            "tr",
            {},
            node("th", { scope: "row" }, teller.number(minutes)),
            node("td", {}, teller.quantity(rule.unit, units)),
            bill.rate ? node("td", {}, cost(teller, bill, units)) : null,
          );
        }),
    ),
  );
}

/**
 * The minutes at which the first steps stand: the least quantity, one more, and the end of the next block.
 *
 * @param {Rule} rule
 */
function steps(rule) {
  const size = rule.unit === "hour" ? 60 : 1;
  const least = (rule.minimum ?? 0) * size;
  const block = Math.max(rule.increment ?? 1, 1) * size;
  return least ? [least, least + 1, least + block, least + block + 1] : [];
}
