/* The table of numbers as they may be typed: test_scripts.py writes it from tests/wording/numbers.json. */

interface Signs {
  decimal: string;
  group: string;
  own: string[];
}

declare const table: {
  numbers: [locale: string, text: string, expected: string][];
  minutes: [text: string, expected: string][];
  signs: Record<string, Signs> & { pt_BR: Signs };
};
export default table;
