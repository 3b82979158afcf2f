/* Lets a reader copy the checklist of a page into a ticket. */

import { announcer, copyButton } from "./simulator_parts.js";

/** Add the button; the text is what stands in the page. */
export function enhance(element, data) {
  const { title, copy } = element.dataset;
  element.append(copyButton(copy, data.words.quote, () => asText(element, title), announcer(element)));
}

function asText(element, title) {
  const parts = [...element.querySelectorAll("ul")].map((list) => {
    const head = document.getElementById(list.getAttribute("aria-labelledby")).textContent;
    const items = [...list.querySelectorAll("[data-item]")].map((item) => `[ ] ${item.textContent.replace(/\s+/g, " ").trim()}`);
    return [`${head}:`, ...items].join("\n");
  });
  return [title, ...parts].join("\n\n") + "\n";
}
