/* What the scripts hand each other, beside what is published for them (data.d.ts). */

import type { IndexPage, IndexPart, Price, PriceState, Rule, Tax, Unit } from "./data.js";

/** What is known of a case: dimension to value. */
export type Known = Record<string, string>;

/** What was answered: question to answer, null where the reader does not know yet. */
export type Answers = Record<string, string | null>;

/** What cases come to that come to the same. */
export interface Result {
  state: PriceState;
  payer: string | null;
  row: string | null;
  price: Price | null;
  facts: string[];
  cases: string[];
}

export interface Quote {
  results: Result[];
  deciding: string | null;
  ways: { value: string; results: Result[] }[];
  nearby: { dimension: string; value: string; result: Result }[];
}

/** Where the questions lead: `next` is to be asked, `most` how many there are at worst, `rows` what is still possible. */
export interface Advice {
  answers: Answers;
  next: string | null;
  most: number;
  rows: string[];
  deciding: string | null;
  nearby: { question: string; answers: string[]; rows: string[] }[];
}

/** The value is digits / 10^scale. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

export type Problem = "empty" | "not-a-number" | "negative" | "ambiguous" | "too-long" | "other-currency";

/** What was read where a number should stand. */
export type Read = (Decimal & { problem?: undefined }) | { problem: Problem; digits?: undefined; scale?: undefined };

/** What was read where a time should stand. */
export type Time =
  { minutes: number; problem?: undefined } | { problem: Problem | "not-whole" | "zero"; minutes?: undefined };

/** A thing that an address can name; `earlier` lists ids of old. */
export interface Named {
  id: string;
  earlier?: string[];
}

export interface Choice extends Named {
  values: Named[];
}

/** What was typed into the form of a case; null where nothing was, or what makes no sense. */
export interface Typed {
  minutes: number | null;
  rate: Decimal | null;
  billed?: Decimal | null;
}

/** What is billed of the minutes, and the amount where a rate is known; what is `untold` may only make it more. */
export interface Bill {
  minutes: number;
  unit: Unit | null;
  units: number;
  untold: Rule["unknown"];
  facts: string[];
  rate: Decimal | null;
  given: boolean;
  currency: string;
  tax: Tax;
  amount: string | null;
  exact: string | null;
}

/** What was billed beside the `wanted`, of the `count` or a price; `parts` are not known and can explain it, `slight` is
 *  what the decimals of a rate can; `units` are those that were billed, where it comes to whole ones. */
export interface Difference {
  sign: number;
  text: string;
  wanted: string;
  count: Bill | null;
  tax: Tax;
  parts: ("minimum" | "increment" | "tax")[];
  slight: boolean;
  units: number | null;
}

export interface Cases {
  ids: string[];
  more: string;
}

/** A sentence of an answer, and what it rests on. */
export interface Line {
  text: string;
  facts?: string[];
  cases?: Cases;
}

/** One that has a `brief` comes second: it is folded on a screen, and that stands beside its title. */
export interface Block {
  key: string;
  title: string;
  lines: Line[];
  brief?: string;
}

export interface Told {
  headline: string;
  bill: Bill | null;
  state: PriceState | "open";
  blocks: Block[];
}

/** What a charge comes to beside the guide, and what to do. */
export interface Verdict {
  tone: PriceState | "open" | "conditional";
  title: string;
  facts: string[];
  lines: Line[];
  next: Line[];
}

/** What is folded: `brief` says beside its title what lies in it; `printed` is part of an answer on paper, too. */
export interface Fold {
  title: string;
  brief: string;
  lines: Line[];
  printed?: boolean;
}

export interface Judged extends Verdict {
  said: string;
  message: string;
  folds: Fold[];
}

/** A word of a text: small, bare of accents, and where it stands. */
export interface Word {
  word: string;
  from: number;
  to: number;
}

/** A word as it is looked for: by its `key`, its stem unless it is `denied`. One that is `little` means hardly anything. */
export interface Term extends Word {
  stem: string;
  key: string;
  little: boolean;
  denied: boolean;
}

/** What can be found: a page, a part of one, or a row of a table in it; the first `words` are names that are `shown`. */
export interface Entry {
  page: IndexPage;
  part: IndexPart | null;
  row?: boolean;
  at: string;
  title: string;
  text: string;
  words: string[];
  shown: number;
}

export interface Found {
  page: IndexPage;
  entries: Entry[];
}

/** What may stand in an element; nothing comes of what is null or empty. */
export type Piece = Node | string | null;

export type Content = Piece | Piece[];

export type Attributes = Record<string, string | number | boolean | null>;

export type Announce = (text: string) => void;
