/* Tells what the search of a built guide finds: `node ask.mjs folder` takes queries as JSON, and gives the addresses of each. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { Index } = await import(new URL("search_index.js", folder).href);
const index = new Index(JSON.parse(readFileSync(new URL("search.json", folder), "utf-8")));
const queries = JSON.parse(readFileSync(0, "utf-8"));
const found = queries.map((query) => index.find(query).pages.flatMap(({ entries }) => entries.map(({ at }) => at)));
process.stdout.write(JSON.stringify(found));
