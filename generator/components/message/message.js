/* Lets a reader copy a message into a ticket, and fill it in there. */

import { all, announcer, copyButton, one } from "./page_parts.js";

/** @import { Data } from "./data.js" */

/**
 * Add the button; the text is what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 */
export function enhance(element, data) {
  const { copy = "" } = element.dataset;
  const button = () => copyButton(copy, data.words.shared, () => asText(element), announcer(element));
  element.append(button());
  // A link to the message that promises a copy of it keeps its word.
  for (const link of all(document, "a[data-copies]")) {
    const copying = button();
    one(copying, "button").textContent = link.textContent;
    link.replaceWith(copying);
  }
}

/** @param {HTMLElement} element */
function asText(element) {
  const text = (/** @type {HTMLElement} */ each) => each.textContent.replace(/\s+/g, " ").trim();
  const blanks = all(element, ".message__text li").map((each) => `- ${text(each)}`);
  return `${[text(one(element, ".message__text p")), ...blanks].join("\n")}\n`;
}
