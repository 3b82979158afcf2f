/* What can be written to who sent a charge: as a person would write it, without an id of the guide. */

import { difference } from "./decisions.js";
import { plainly } from "./money.js";
import { say } from "./page_parts.js";
import { PAID } from "./teller.js";

/** @import { Modality } from "./data.js" */
/** @import { Bill, Decimal, Known, Quote, Typed } from "./types.js" */
/** @import { Teller } from "./teller.js" */

/**
 * The message; empty where there is nothing to ask or to object to.
 *
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Bill | null} bill
 * @param {Typed} typed
 */
export function message(teller, modality, known, made, bill, typed) {
  const { data } = teller;
  const words = data.words.bill;
  const billed = /** @type {Decimal} */ (typed.billed);
  const [result] = made.results;
  const amount = teller.money(plainly(billed), result.price?.currency ?? bill?.currency);
  const told = { amount, modality: modality.name, "modality:of": modality.of };
  const intro = typed.minutes
    ? say(words.message_billed_time, { ...told, quantity: teller.quantity("minute", typed.minutes) })
    : say(words.message_billed, told);
  const asked = made.deciding ? open(teller, made.deciding) : decided(teller, modality, known, made, bill, billed);
  return asked.length ? [intro, ...asked].join(" ") : "";
}

/**
 * @param {Teller} teller
 * @param {string} deciding
 */
function open(teller, deciding) {
  // Who asked is known to whoever was billed.
  if (deciding === "requester") return [];
  const words = teller.data.words.bill;
  return [say(words.message_open, { dimension: teller.dimension(deciding) }), words.message_tell];
}

/**
 * @param {Teller} teller
 * @param {Modality} modality
 * @param {Known} known
 * @param {Quote} made
 * @param {Bill | null} bill
 * @param {Decimal} billed
 */
function decided(teller, modality, known, made, bill, billed) {
  const { data } = teller;
  const { bill: words } = data.words;
  const [result] = made.results;
  if (result.state === "free" || result.state === "waived") {
    // A mark is the guide's own; who writes a letter says in words what nobody told them.
    const inferred = teller.inferred(result.facts);
    const told = inferred ? words[`message_${result.state}_inferred`] : words.message_no_charge;
    const reason = teller.reason(modality, result, known).replace(/\.$/, "");
    return [say(told, { reason }), words.message_check];
  }
  const requester = data.requesters[known.requester];
  const payer = PAID.includes(result.state) && result.payer !== requester?.party && data.parties[result.payer ?? ""];
  const other = payer ? [say(words.message_payer, { party: payer })] : [];
  const found = difference(data, result, bill, billed);
  if (!found) {
    const timed = result.state === "charged" && data.rules[modality.rule].timed;
    if (!timed) return [...other, words.message_how];
    return [...other, bill ? words.message_rate : words.message_minutes, words.message_tell];
  }
  const { sign, wanted, count, tax, parts, slight } = found;
  // What agrees, but came to somebody else, is that one's to ask about; and a decimal is first asked of the reader.
  if (!sign || slight) return [];
  const added = tax === "excluded";
  const asked = parts.map((part) => (part === "tax" && added ? words.message_added : words[`message_${part}`]));
  if (!count?.rate) return [...other, ...asked, words.message_how];
  const counted = say(words.message_count, {
    quantity: teller.quantity(count.unit, count.units),
    rate: teller.money(plainly(count.rate), count.currency),
    amount: teller.money(wanted, count.currency),
  });
  return [...other, counted, ...asked, words.message_how];
}
