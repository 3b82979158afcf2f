/* What the tests find of each language beside them: test_scripts.py writes it from the folders of the languages. */

declare const lists: Record<string, { plurals: string[]; endings: string[] }>;
export default lists;
