/* Tells what the index of a built guide finds for each query of standard input: { query: [[address of the best entry of
   each page, and of its further ones], …] }. Runs beside the scripts of a site: `node ask.mjs folder`. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { Index } = await import(new URL("search_index.js", folder).href);
const index = new Index(JSON.parse(readFileSync(new URL("search.json", folder), "utf-8")));
const queries = JSON.parse(readFileSync(0, "utf-8"));
const found = queries.map((query) => index.find(query).pages.map(({ entries }) => entries.map(({ at }) => at)));
process.stdout.write(JSON.stringify(found));
