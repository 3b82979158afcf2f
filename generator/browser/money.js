/* Decimals without loss: read as people of the guide's language write them, multiplied exactly, rounded once. */

/** @import { Decimal, Read, Time } from "./types.js" */
/** @import { Rounding, Signs } from "./data.js" */

// The sign or code of a currency may stand before or after a number: R$, US$, €, EUR.
const MONEY = /^(?:\p{L}{0,3}\p{Sc}|[A-Z]{3})|(?:\p{L}{0,3}\p{Sc}|[A-Z]{3})$/gu;
// Blanks may part thousands and nothing else: "3 50" is a slip, and nobody can tell of what.
const PARTED = /[0-9]{4}\s+[0-9]|[0-9]\s+(?![0-9]{3}(?![0-9]))[0-9]/u;
const CLOCK = /^(\d+)(?:h|:(?=\d\d$))(?:([0-5]?\d)(?:min\.?)?)?$/i; // 1h30, 1h 30 min, 2h, 1:30
const MOST_MINUTES = 1_000_000n;
const NAMED = /^(.+?)\s*min\.?$/i; // 90 min

/**
 * Read a number as it is written in a language, as wording/number_input.py does.
 *
 * Gives { digits, scale } (digits is a BigInt, the value is digits / 10^scale), or { problem } with
 * "empty", "not-a-number", "negative", "ambiguous", "too-long" or "other-currency"; `own` has the signs of a currency
 * that may stand beside it, and where there are none, any may.
 *
 * @param {string} text
 * @param {Pick<Signs, "decimal" | "group">} signs
 * @param {string[]} own
 * @returns {Read}
 */
export function readDecimal(text, { decimal, group }, own = []) {
  const squeezed = text.replace(/[\s\u00a0\u202f]/g, "");
  if (!squeezed) return { problem: "empty" };
  const bare = squeezed.replace(MONEY, "");
  if (own.length && squeezed.match(MONEY)?.some((sign) => !own.includes(sign))) return { problem: "other-currency" };
  if (/^[-−]/.test(bare) || /^[-−]/.test(squeezed)) return { problem: "negative" };
  if (PARTED.test(text)) return { problem: "ambiguous" };
  const escaped = (/** @type {string} */ sign) => sign.replace(/[.]/g, "\\.");
  const grouped = new RegExp(`^[0-9]{1,3}(${escaped(group)}[0-9]{3})+(${escaped(decimal)}[0-9]+)?$`);
  const plain = new RegExp(`^[0-9]+(${escaped(decimal)}[0-9]+)?$`);
  let written;
  if (grouped.test(bare)) written = bare.split(group).join("");
  else if (plain.test(bare)) written = bare;
  else if (/^[0-9]+([.,'’][0-9]+)+$/.test(bare)) return { problem: "ambiguous" };
  else return { problem: "not-a-number" };
  const [whole, fraction = ""] = written.split(decimal);
  if (whole.length > 12 || fraction.length > 6) return { problem: "too-long" };
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * Write "1h30", "1:30" and "90 min" as the number of minutes; what looks like none of these is given back as it is.
 *
 * @param {string} text
 */
export function inMinutes(text) {
  const squeezed = text.replace(/\s/g, "");
  const [, hours, rest = "0"] = CLOCK.exec(squeezed) ?? [];
  if (hours) return String(BigInt(hours) * 60n + BigInt(rest));
  return NAMED.exec(text.trim())?.[1] ?? text;
}

/**
 * Read a time as whole minutes, as wording/number_input.py does: "10,0" is whole.
 *
 * Gives { minutes }, or { problem } with what `readDecimal` has, "not-whole" or "zero".
 *
 * @param {string} text
 * @param {Pick<Signs, "decimal" | "group">} signs
 * @returns {Time}
 */
export function readMinutes(text, signs) {
  const { problem, digits, scale } = readDecimal(inMinutes(text), signs);
  if (problem) return { problem };
  const unit = 10n ** BigInt(scale);
  if (digits % unit) return { problem: "not-whole" };
  if (!digits) return { problem: "zero" };
  return digits / unit > MOST_MINUTES ? { problem: "too-long" } : { minutes: Number(digits / unit) };
}

/**
 * Read a decimal of the published data: digits and a point, nothing else.
 *
 * @param {string} text
 * @returns {Decimal}
 */
export function fromData(text) {
  const [whole, fraction = ""] = text.split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * Multiply by a whole number and round once to `places`, half up or half to even. Gives plain digits: "1234.56".
 *
 * @param {Decimal} decimal
 * @param {number} units
 * @param {number} places
 * @param {Rounding} rounding
 */
export function times({ digits, scale }, units, places, rounding) {
  const exact = digits * BigInt(units);
  if (scale <= places) return point(exact * 10n ** BigInt(places - scale), places);
  const unit = 10n ** BigInt(scale - places);
  let rounded = exact / unit;
  const rest = (exact % unit) * 2n;
  if (rest > unit || (rest === unit && (rounding === "half_up" || rounded % 2n === 1n))) rounded += 1n;
  return point(rounded, places);
}

/**
 * Write a decimal plainly: "3.5".
 *
 * @param {Decimal} decimal
 */
export function plainly({ digits, scale }) {
  return point(digits, scale);
}

/**
 * @param {bigint} digits
 * @param {number} places
 */
function point(digits, places) {
  const text = digits.toString().padStart(places + 1, "0");
  return places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
}

/**
 * Write plain digits as money in a language, with as many decimals as they have; no break falls within it.
 *
 * @param {string} text
 * @param {string} currency
 * @param {string} language
 */
export function asMoney(text, currency, language) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 6 });
  return format.format(/** @type {Intl.StringNumericLiteral} */ (text));
}

/**
 * Write plain digits as a number in a language.
 *
 * @param {string} text
 * @param {string} language
 */
export function asNumber(text, language) {
  const scale = text.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: scale, maximumFractionDigits: 6 });
  return format.format(/** @type {Intl.StringNumericLiteral} */ (text));
}

/**
 * The difference of two decimals: { sign, text }, the text plain digits without a sign.
 *
 * @param {Decimal} one
 * @param {Decimal} other
 */
export function minus(one, other) {
  const scale = Math.max(one.scale, other.scale);
  const level = (/** @type {Decimal} */ { digits, scale: own }) => digits * 10n ** BigInt(scale - own);
  const rest = level(one) - level(other);
  const sign = rest > 0n ? 1 : rest < 0n ? -1 : 0;
  return { sign, text: point(rest < 0n ? -rest : rest, scale) };
}
