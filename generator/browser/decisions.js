/* The evaluator, as in generator/decisions: the same tables, the same answers; a browser test holds the two together. */

import { fromData, minus, plainly, times } from "./money.js";

export const VERSION = "2"; // the shape of the data that this reads, see publish/browser_data.py

/** @import { Data, Modality, Rate, Rounding, Rule, RuleDimension, RuleRow } from "./data.js" */
/** @import { Bill, Decimal, Difference, Known, Quote, Result, Typed } from "./types.js" */

/**
 * The combinations of values that agree with what is known, the last dimension fastest.
 *
 * @param {RuleDimension[]} dimensions
 * @param {Known} known
 * @returns {Generator<Known, void>}
 */
function* completions(dimensions, known) {
  const values = dimensions.map((each) => (each.id in known ? [known[each.id]] : each.values));
  const index = values.map(() => 0);
  for (;;) {
    yield Object.fromEntries(dimensions.map((each, at) => [each.id, values[at][index[at]]]));
    let at = index.length - 1;
    while (at >= 0 && ++index[at] === values[at].length) index[at--] = 0;
    if (at < 0) return;
  }
}

/**
 * Whether a row is for a case; a dimension that the row leaves out may have any value.
 *
 * @param {Pick<RuleRow, "when">} row
 * @param {Known} known
 */
export function matches(row, known) {
  return Object.entries(row.when).every(([dimension, values]) => values.includes(known[dimension]));
}

/**
 * Decide one whole case of a modality: access first, then the one row that matches.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 * @returns {Omit<Result, "cases"> & { id: string }}
 */
function decide(data, modality, known) {
  const rule = data.rules[modality.rule];
  const access = modality.access[known.requester];
  const id = [modality.code, ...rule.dimensions.map((each) => each.codes[known[each.id]])].join("-");
  if (access.state !== "allowed") {
    const state = access.state === "denied" ? "not_offered" : "unknown";
    return { id, state, payer: null, row: null, price: null, facts: access.facts };
  }
  const rows = rule.rows.filter((row) => matches(row, known));
  if (!rows.length) throw new Error(`${id}: no row matches`);
  const [row] = rows; // others that match say the same
  const paid = row.then === "charged" || row.then === "on_quote";
  const requester = data.requesters[known.requester];
  const payer = paid ? (row.payer ?? requester.billed) : null;
  const facts = payer && !row.payer ? [...new Set([...row.facts, ...requester.billedFacts])] : row.facts;
  return { id, state: row.then, payer, row: row.id, price: row.price, facts };
}

/**
 * The tables for some of those who can ask: where it is not known who asks, it is one of them.
 *
 * @param {Data} data
 * @param {string[]} requesters none where it can be anybody
 * @returns {Data}
 */
export function among(data, requesters) {
  if (!requesters.length) return data;
  /** @type {(rule: Rule) => Rule} */
  const narrowed = (rule) => ({
    ...rule,
    dimensions: rule.dimensions.map((each) =>
      each.id === "requester" ? { ...each, values: each.values.filter((id) => requesters.includes(id)) } : each,
    ),
  });
  const rules = Object.entries(data.rules).map(([id, rule]) => [id, narrowed(rule)]);
  return { ...data, rules: Object.fromEntries(rules) };
}

/**
 * What the cases that are still possible come to, gathered; each result lists its cases.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 * @returns {Result[]}
 */
export function results(data, modality, known) {
  const rule = data.rules[modality.rule];
  /** @type {Map<string, Result>} */
  const found = new Map();
  for (const values of completions(rule.dimensions, known)) {
    const { id, ...result } = decide(data, modality, values);
    const key = JSON.stringify([result.state, result.payer, result.row, result.facts]);
    const gathered = found.get(key) ?? { ...result, cases: [] };
    gathered.cases.push(id);
    found.set(key, gathered);
  }
  return [...found.values()];
}

/**
 * The first of the results that come to each money: others that come to the same differ in the reason only.
 *
 * @param {Result[]} found
 */
export function distinct(found) {
  /** @type {Map<string, Result>} */
  const each = new Map();
  for (const result of found) {
    const money = JSON.stringify([result.state, result.payer, result.price]);
    if (!each.has(money)) each.set(money, result);
  }
  return [...each.values()];
}

/**
 * Whether results come to the same money, whatever the reason.
 *
 * @param {Result[]} found
 */
export const settled = (found) => distinct(found).length === 1;

/**
 * The open dimension whose answer leaves the fewest results at worst; the first among equals.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 */
export function deciding(data, modality, known) {
  /** @type {{ id: string, worst: number } | null} */
  let best = null;
  for (const { id, values } of data.rules[modality.rule].dimensions) {
    if (id in known) continue;
    const worst = Math.max(
      ...values.map((value) => distinct(results(data, modality, { ...known, [id]: value })).length),
    );
    if (!best || worst < best.worst) best = { id, worst };
  }
  return best && best.id;
}

/**
 * What is still possible once an open question has each of its answers.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 * @param {string} open
 */
export function ways(data, modality, known, open) {
  const values = data.rules[modality.rule].dimensions.find((each) => each.id === open)?.values ?? [];
  return values.map((value) => ({ value, results: results(data, modality, { ...known, [open]: value }) }));
}

/**
 * The cases one answer away that come to other money or another payer.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 * @param {Result} result
 */
export function nearby(data, modality, known, result) {
  const found = [];
  for (const { id, values } of data.rules[modality.rule].dimensions) {
    for (const value of values) {
      if (!(id in known) || value === known[id]) continue;
      const others = results(data, modality, { ...known, [id]: value });
      if (settled(others) && !settled([others[0], result])) {
        found.push({ dimension: id, value, result: others[0] });
      }
    }
  }
  return found;
}

/**
 * The whole answer, as `quote` in generator/pricing/quote.py.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Known} known
 * @returns {Quote}
 */
export function quote(data, modality, known) {
  const found = results(data, modality, known);
  const open = settled(found) ? null : deciding(data, modality, known);
  return {
    results: found,
    deciding: open,
    ways: open ? ways(data, modality, known, open) : [],
    nearby: open ? [] : nearby(data, modality, known, found[0]),
  };
}

/**
 * Units billed for minutes: the least quantity first, then each started increment counts whole.
 *
 * @param {Pick<Rule, "unit" | "minimum" | "increment">} rule
 * @param {number} minutes
 */
export function billedUnits(rule, minutes) {
  const units = Math.ceil(minutes / (rule.unit === "hour" ? 60 : 1));
  const least = rule.minimum ?? 0;
  if (units <= least) return least;
  const step = Math.max(rule.increment ?? 1, 1);
  return least + Math.ceil((units - least) / step) * step;
}

/**
 * The rate in force on a day (YYYY-MM-DD); none after the last has ended.
 *
 * @param {Pick<Rule, "rates">} rule
 * @param {string} day
 */
export function rateOn(rule, day) {
  const inForce = rule.rates.filter((rate) => rate.from <= day && (!rate.to || day <= rate.to));
  return inForce.reduce((best, rate) => (!best || rate.from > best.from ? rate : best), /** @type {Rate?} */ (null));
}

/**
 * What is billed of the time that was typed; nothing where none was, or where no result charges time.
 *
 * @param {Data} data
 * @param {Modality} modality
 * @param {Quote} found
 * @param {Typed} typed
 */
export function billOf(data, modality, { results: each }, { minutes, rate }) {
  const rule = data.rules[modality.rule];
  const charged = rule.timed && each.some(({ state }) => state === "charged");
  return charged && minutes ? timeCharge(data, rule, minutes, rate) : null;
}

/**
 * What is billed of the minutes, and the amount where a rate is known; as `bill` in pricing/quote.py.
 *
 * @param {Data} data
 * @param {Rule} rule
 * @param {number} minutes
 * @param {Typed["rate"]} rate
 * @returns {Bill}
 */
export function timeCharge(data, rule, minutes, rate) {
  const own = rateOn(rule, data.date);
  const used = rate ?? (own ? fromData(own.value) : null);
  const currency = (!rate && own?.currency) || data.currency;
  const digits = !rate && own ? own.digits : data.digits;
  const units = billedUnits(rule, minutes);
  return {
    minutes,
    unit: rule.unit,
    units,
    // Within the least quantity, no increment has any say.
    untold: rule.unknown.filter((part) => part === "minimum" || units > (rule.minimum ?? 0)),
    rate: used,
    given: Boolean(rate),
    currency,
    tax: !rate && own ? own.tax : "unknown",
    facts: rule.countingFacts,
    amount: used ? times(used, units, digits, data.rounding) : null,
    exact: used ? plainly({ digits: used.digits * BigInt(units), scale: used.scale }) : null,
  };
}

/**
 * How what was billed differs from what the guide comes to, and what of it may come from what the guide does not know;
 * null where there is nothing to compare with.
 *
 * @param {Data} data
 * @param {Result} result
 * @param {Bill | null} bill
 * @param {Decimal} billed
 * @returns {Difference | null}
 */
export function difference({ digits, rounding }, result, bill, billed) {
  const count = result.price ? null : bill;
  const wanted = result.price?.value ?? count?.amount;
  if (!wanted) return null;
  const { sign, text } = minus(billed, fromData(wanted));
  const tax = result.price?.tax ?? count?.tax ?? "unknown";
  // Of a started unit that counts whole here, no source says that it does: less can be right, too.
  const untold = (count?.untold ?? []).filter((part) => sign > 0 || part === "increment");
  return {
    sign,
    text,
    wanted,
    count,
    tax,
    parts: sign > 0 && tax !== "included" ? [...untold, "tax"] : untold,
    slight: Boolean(sign && count?.given && count.rate && withinDecimals(text, count.units, count.rate, digits)),
    units: sign && count?.rate ? unitsOf(billed, count.rate, fromData(wanted).scale, rounding) : null,
  };
}

/**
 * Tells whether a rate that was rounded to its decimals makes such a difference.
 *
 * @param {string} text
 * @param {number} units
 * @param {Decimal} rate
 * @param {number} digits
 */
function withinDecimals(text, units, rate, digits) {
  const places = Math.max(rate.scale, digits); // nobody writes the cents of a rate without any
  return minus({ digits: BigInt(units) * 5n, scale: places + 1 }, fromData(text)).sign >= 0;
}

/**
 * The number of units that an amount is the price of; null where there is none.
 *
 * @param {Decimal} billed
 * @param {Decimal} rate
 * @param {number} places
 * @param {Rounding} rounding
 */
function unitsOf(billed, rate, places, rounding) {
  if (!rate.digits) return null;
  const scaled = billed.digits * 10n ** BigInt(rate.scale);
  const near = Number(scaled / (rate.digits * 10n ** BigInt(billed.scale)));
  const fits = [near, near + 1, near - 1].filter(
    (units) =>
      units > 0 && Number.isSafeInteger(units) && !minus(fromData(times(rate, units, places, rounding)), billed).sign,
  );
  return fits.length ? fits[0] : null;
}
