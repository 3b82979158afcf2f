/* Says something to who listens instead of looking, in the live region that stands in the page from the start. */

/**
 * Return what announces a text in the one `data-announce` of a tool.
 *
 * The same text twice is said twice. Where focus moves, moving it is the announcement already.
 *
 * @param {Element} element
 * @returns {(text: string) => void}
 */
export function announcer(element) {
  const region = /** @type {Element} */ (element.querySelector("[data-announce]"));
  let pending = 0;
  return (text) => {
    region.textContent = "";
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => {
      region.textContent = text;
    });
  };
}
