/* Lets a reader copy the checklist of a page into a ticket, with what was ticked. */

import { all, announcer, copyButton, one } from "./page_parts.js";

/** @import { Data } from "./data.js" */

/**
 * Add the button; the text is what stands in the page.
 *
 * @param {HTMLElement} element
 * @param {Data} data
 */
export function enhance(element, data) {
  const { title = "", copy = "" } = element.dataset;
  const mark = ` (${data.words.shared.inference})`;
  element.append(copyButton(copy, data.words.shared, () => asText(element, title, mark), announcer(element)));
}

/**
 * @param {HTMLElement} element
 * @param {string} title
 * @param {string} mark
 */
function asText(element, title, mark) {
  const parts = all(element, "ul").map((list) => {
    const head = document.getElementById(list.getAttribute("aria-labelledby") ?? "")?.textContent;
    const items = all(list, "li").map((item) => {
      const text = one(item, "[data-item]").textContent.replace(/\s+/g, " ").trim();
      const ticked = item.querySelector(":checked") ? "x" : " ";
      return `[${ticked}] ${text}${item.querySelector(".citation--inferred") ? mark : ""}`;
    });
    return [`${head}:`, ...items].join("\n");
  });
  return `${[title, ...parts].join("\n\n")}\n`;
}
