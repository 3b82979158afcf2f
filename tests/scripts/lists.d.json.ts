/* What the tests find of each language beside them: test_scripts.py writes it from the folders of the languages. */

import type { IndexLanguage } from "./data.js";

declare const lists: Record<string, IndexLanguage>;
export default lists;
