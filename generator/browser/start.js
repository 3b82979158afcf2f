/* Wakes the tools of a page: each `data-component` is handed to the module of its name, with the published tables. */

const tools = [...document.querySelectorAll("[data-component]")];

/** Show what a tool says when it cannot work; what stands in the page without it stays as it is. */
function fail(element, error) {
  for (const each of element.querySelectorAll("[data-needs-script]")) each.hidden = true;
  for (const each of element.querySelectorAll("[data-failed]")) each.hidden = false;
  console.warn(error);
}

async function load() {
  const [{ VERSION }, response] = await Promise.all([
    import("./decisions.js"),
    fetch(new URL("data.json", import.meta.url)),
  ]);
  if (!response.ok) throw new Error(`data.json: ${response.status}`);
  const data = await response.json();
  if (data.version !== VERSION) throw new Error(`data.json is of version ${data.version}, not ${VERSION}`);
  return data;
}

async function wake(element, loading) {
  try {
    const [{ enhance }, data] = await Promise.all([import(`./${element.dataset.component}.js`), loading]);
    // Addresses in the data are relative to the top of the site, wherever that lies.
    await enhance(element, data, { root: new URL("../../", import.meta.url) });
    for (const each of element.querySelectorAll("[data-needs-script]")) each.hidden = true;
  } catch (error) {
    fail(element, error);
  }
}

if (tools.length) {
  const loading = load();
  loading.catch(() => {}); // each tool tells
  for (const element of tools) wake(element, loading);
}
