/* A tool's state in the address of its page: ids in one order, so that a result can be shared and found again. */

/** @import { Answers, Choice, Named } from "./types.js" */

/** What stands for "not known yet": no id can look so. */
export const OPEN = "-";

// What mail programs, advertisements and chats add to an address: no choice of anybody's.
const TRACKERS = /^(?:utm_\w+|[a-z]*clid|gbraid|wbraid|mc_[ce]id|mkt_tok|igshid|_ga|_gl|_hs\w+|ref|source)$/;
const TAIL = /[.,;:!?)\]}>"'»”]+$/u; // a sign of the sentence in which a link stood
/** As whom the guide is read: no choice of a tool, and kept beside them. */
export const READER = "reader";

const SEARCHED = "h"; // what was searched for, when a search led here: it marks the words in the page

/**
 * Read choices from an address.
 *
 * `choices` is a list of { id, earlier, values: [{ id, earlier }] } in the order in which they are written; `earlier`
 * lists ids of old. Gives the chosen values by id (null where said to be open), and what was written but means
 * nothing: [[name, value]].
 *
 * @param {string | URLSearchParams} search
 * @param {Choice[]} choices
 */
export function read(search, choices) {
  /** @type {Answers} */
  const chosen = {};
  /** @type {[string, string][]} */
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const choice = choices.find((each) => each.id === name) ?? choices.find((each) => each.earlier?.includes(name));
    if (!choice && (name === SEARCHED || name === READER || TRACKERS.test(name))) continue;
    const named = choice && [value, value.replace(TAIL, "")].map((text) => valueOf(choice, text));
    const found = named?.find(Boolean);
    if (choice && !(choice.id in chosen) && (found || value === OPEN)) chosen[choice.id] = found ? found.id : null;
    else unknown.push([name, value]);
  }
  return { chosen, unknown };
}

/**
 * The value of a choice that has an id, or once had it.
 *
 * @param {Choice} choice
 * @param {string} id
 */
function valueOf({ values }, id) {
  return values.find((each) => each.id === id) ?? values.find((each) => each.earlier?.includes(id));
}

/**
 * Write choices as the query of an address, in the order of `choices`; what is not chosen is left out.
 *
 * @param {Answers} chosen
 * @param {Named[]} choices
 */
export function write(chosen, choices) {
  const query = choices
    .filter(({ id }) => id in chosen)
    .map(({ id }) => `${encodeURIComponent(id)}=${encodeURIComponent(chosen[id] ?? OPEN)}`)
    .join("&");
  return query ? `?${query}` : "";
}

/**
 * Put a query into the address: a new entry of the history for a step that Back should undo, else in place.
 *
 * @param {string} query
 * @param {{ step: boolean }} how
 */
export function put(query, { step }) {
  const reader = new URLSearchParams(location.search).get(READER);
  const told = reader ? `${query}${query ? "&" : "?"}${READER}=${encodeURIComponent(reader)}` : query;
  if (told === location.search) return;
  const url = location.pathname + told + location.hash;
  // The steps taken here are counted, so that a tool knows whether Back still leads to one of its own.
  const { steps = 0, ...kept } = history.state ?? {};
  if (step) history.pushState({ steps: steps + 1 }, "", url);
  else history.replaceState({ ...kept, steps }, "", url);
}

/**
 * Keep what was typed with the entry of the history: it is there again after a reload, and in no address.
 *
 * @param {Record<string, string>} typed
 */
export function remember(typed) {
  history.replaceState({ ...history.state, typed }, "");
}

/**
 * What was typed on this page before it was loaded again.
 *
 * @returns {Record<string, string>}
 */
export function remembered() {
  return history.state?.typed ?? {};
}
