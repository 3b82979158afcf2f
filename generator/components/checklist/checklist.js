/* Lets a reader copy the checklist of a page into a ticket. */

import { all, announcer, copyButton } from "./simulator_parts.js";

/** @import { Data } from "./data.js" */

/**
 * Add the button; the text is what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 */
export function enhance(element, data) {
  const { title = "", copy = "" } = element.dataset;
  element.append(copyButton(copy, data.words.shared, () => asText(element, title), announcer(element)));
}

/**
 * @param {HTMLElement} element
 * @param {string} title
 */
function asText(element, title) {
  const parts = all(element, "ul").map((list) => {
    const head = document.getElementById(list.getAttribute("aria-labelledby") ?? "")?.textContent;
    const items = all(list, "[data-item]").map((item) => `[ ] ${item.textContent.replace(/\s+/g, " ").trim()}`);
    return [`${head}:`, ...items].join("\n");
  });
  return `${[title, ...parts].join("\n\n")}\n`;
}
