/* What Python publishes for the scripts: written by `make format` from publish/shape.py. */

/**
 * How an amount is brought to the currency's smallest unit, once, at the end.
 */
export type Rounding = "half_up" | "half_even";
/**
 * What time is counted in.
 */
export type Unit = "minute" | "hour";
/**
 * Whether an amount holds its taxes.
 */
export type Tax = "included" | "excluded" | "unknown";
/**
 * What a case comes to.
 */
export type PriceState = "free" | "charged" | "waived" | "on_quote" | "not_offered" | "unknown";
/**
 * Whether a requester may ask.
 */
export type Access = "allowed" | "denied" | "unknown";

/**
 * All that is published for scripts.
 */
export interface Published {
  data: Data;
  index: Index;
}
/**
 * What `data.json` holds; links are relative to the site's root.
 */
export interface Data {
  version: string;
  revision: string;
  date: string;
  language: string;
  currency: string;
  digits: number;
  rounding: Rounding;
  signs: Signs;
  title: string;
  prevails: string;
  prevailsFacts: string[];
  outcomeUnknown: Statement | null;
  requesters: {
    [k: string]: Requester;
  };
  parties: {
    [k: string]: string;
  };
  states: {
    [k: string]: string;
  };
  outcomes: {
    [k: string]: Outcome;
  };
  dimensions: {
    [k: string]: Dimension;
  };
  rules: {
    [k: string]: Rule;
  };
  modalities: {
    [k: string]: Modality;
  };
  icons: {
    [k: string]: Icon;
  };
  facts: {
    [k: string]: Fact;
  };
  finder: Finder;
  words: Words;
}
export interface Signs {
  decimal: string;
  group: string;
  currency: string[];
}
export interface Statement {
  text: string;
  facts: string[];
}
export interface Requester {
  name: string;
  earlier: string[];
  party: string | null;
  billed: string;
  billedFacts: string[];
}
/**
 * An outcome; `doubts` is what no source tells of it, in the words of its facts.
 */
export interface Outcome {
  name: string;
  earlier: string[];
  doubts: Statement[];
}
export interface Dimension {
  name: string;
  ifUnknown: Statement | null;
  values: {
    [k: string]: Named;
  };
}
export interface Named {
  name: string;
  earlier: string[];
}
export interface Rule {
  name: string;
  timed: boolean;
  unit: Unit | null;
  minimum: number | null;
  increment: number | null;
  unknown: ("minimum" | "increment")[];
  counting: string[][];
  countingFacts: string[];
  rates: Rate[];
  dimensions: RuleDimension[];
  rows: RuleRow[];
}
export interface Rate {
  value: string;
  currency: string | null;
  digits: number;
  tax: Tax;
  from: string;
  to: string | null;
}
export interface RuleDimension {
  id: string;
  values: string[];
  codes: {
    [k: string]: string;
  };
}
export interface RuleRow {
  id: string;
  when: {
    [k: string]: string[];
  };
  then: PriceState;
  payer: string | null;
  price: Price | null;
  reason: string;
  facts: string[];
}
export interface Price {
  value: string;
  currency: string | null;
  tax: Tax;
}
export interface Modality {
  name: string;
  earlier: string[];
  code: string;
  icon: string | null;
  audience: string;
  href: string;
  steps: string;
  cases: string;
  rule: string;
  access: {
    [k: string]: Stand;
  };
  closed: Closed;
  before: string[];
  beforeCharge: string[];
  asked: string;
  of: string;
  contact: Statement;
  ask: Whom;
  prevails: boolean;
}
export interface Stand {
  state: Access;
  facts: string[];
  unpriced: string;
}
/**
 * Why no price is told where it is not known who asks, by the state of access; empty where nobody has it.
 */
export interface Closed {
  denied: string;
  unknown: string;
}
/**
 * Whom to ask about what no source tells of how time is charged; null where no open question asks it.
 */
export interface Whom {
  rate: Contact | null;
  minimum: Contact | null;
  increment: Contact | null;
  tax: Contact | null;
}
/**
 * Who is asked, in a sentence; `at` says where it stands, and is empty where nothing is read.
 */
export interface Contact {
  text: string;
  at: string;
  facts: string[];
}
export interface Icon {
  box: string;
  paths: string[];
}
export interface Fact {
  name: string;
  href: string;
  inferred: boolean;
  unknown: boolean;
}
export interface Finder {
  questions: Question[];
  rows: FinderRow[];
}
export interface Question {
  id: string;
  text: string;
  help: string;
  earlier: string[];
  ifUnknown: Statement | null;
  answers: Answer[];
}
export interface Answer {
  id: string;
  earlier: string[];
  text: string;
  implies: {
    [k: string]: string;
  };
  requesters: string[];
}
export interface FinderRow {
  id: string;
  when: {
    [k: string]: string[];
  };
  recommend: string[];
  reason: string;
  facts: string[];
  unsure: Statement[];
}
export interface Words {
  shared: {
    source: string;
    sources: string;
    why: string;
    inference: string;
    copied: string;
    copy_by_hand: string;
    dropped: string;
  };
  bill: {
    choose: string;
    no_charge: string;
    not_foreseen: string;
    nothing: string;
    none: string;
    same: string;
    same_price: string;
    more: string;
    less: string;
    slight: string;
    differs: string;
    part_minimum: string;
    part_increment: string;
    part_tax: string;
    differs_tax: string;
    differs_added: string;
    rests: string;
    compared: string;
    units: string;
    payer: string;
    next: string;
    answer_ticket: string;
    ask_ticket: string;
    ask_then: string;
    send_ticket: string;
    send_then: string;
    look: string;
    more_decimals: string;
    give_total: string;
    give_minutes: string;
    give_rate: string;
    give_value: string;
    no_price: string;
    before: string;
    pay_check: string;
    message: string;
    message_copy: string;
    message_billed: string;
    message_billed_time: string;
    message_no_charge: string;
    message_waived_inferred: string;
    message_free_inferred: string;
    message_count: string;
    message_minimum: string;
    message_increment: string;
    message_tax: string;
    message_added: string;
    message_minutes: string;
    message_rate: string;
    message_open: string;
    message_payer: string;
    message_check: string;
    message_how: string;
    message_tell: string;
    count: string;
    change: string;
    unknown: string;
    unknown_minimum: string;
    unknown_increment: string;
    unknown_tax: string;
    unknown_rate: string;
  };
  finder: {
    progress: string;
    unknown: string;
    back: string;
    again: string;
    answers: string;
    another: string;
    another_for: string;
    recommended: string;
    would_fit: string;
    also: string;
    why: string;
    others: string;
    near: string;
    open: string;
    depends: string;
    depends_alone: string;
    decides: string;
    now: string;
    possible: string;
    cost: string;
    say_who: string;
    who: string;
    choose: string;
    next: string;
    first: string;
    steps: string;
    share: string;
  };
  matrix: {
    count: string;
    rows: string;
    status: string;
    none: string;
    alike: string;
    single: string;
    highlight: string;
    closed: string;
    left_out: string;
    left_modalities: string;
    left_alike: string;
    left_requesters: string;
    marked: string;
    slot: string;
    left_untold: string;
  };
  simulator: {
    free: string;
    waived: string;
    waived_nobody: string;
    you_pay: string;
    you_pay_amount: string;
    party_pays: string;
    party_pays_amount: string;
    charged: string;
    charged_amount: string;
    you_pay_quote: string;
    party_pays_quote: string;
    on_quote: string;
    at_least: string;
    by_count: string;
    not_offered: string;
    unknown: string;
    open: string;
    open_else: string;
    open_by: string;
    open_by_more: string;
    open_each: string;
    brief_free: string;
    brief_waived: string;
    brief_you_pay: string;
    brief_you_pay_amount: string;
    brief_party_pays: string;
    brief_party_pays_amount: string;
    brief_charged: string;
    brief_charged_amount: string;
    brief_you_pay_quote: string;
    brief_party_pays_quote: string;
    brief_on_quote: string;
    brief_not_offered: string;
    brief_unknown: string;
    why: string;
    why_each: string;
    facts: string;
    inference: string;
    case: string;
    cases: string;
    more_cases: string;
    before: string;
    decides: string;
    now: string;
    nearby: string;
    with: string;
    arithmetic: string;
    assumptions: string;
    prevails: string;
    not_known: string;
    modality: string;
    requester: string;
    outcome: string;
    result: string;
    minute_one: string;
    minute_many: string;
    hour_one: string;
    hour_many: string;
    worked: string;
    billed: string;
    product: string;
    rounded: string;
    time_does_not_count: string;
    tax_included: string;
    tax_excluded: string;
    tax_unknown: string;
    tax_own: string;
    no_minimum: string;
    no_increment_minute: string;
    no_increment_hour: string;
    no_rounding_minute: string;
    no_rounding_hour: string;
    rate_own: string;
    rate_dated: string;
    rate_none: string;
    rate_ended: string;
    if_charged: string;
    understood: string;
    "not-a-number": string;
    negative: string;
    ambiguous: string;
    "other-currency": string;
    "too-long": string;
    "not-whole": string;
    zero: string;
    choose: string;
    each_modality: string;
    each_outcome: string;
    chart_least: string;
    chart: string;
    chart_units: string;
    chart_table: string;
    minutes_worked: string;
    billed_time: string;
    amount: string;
    rate_of_minute: string;
    rate_of_hour: string;
    rate_at: string;
    convert_minute: string;
    convert_hour: string;
    text_title: string;
  };
}
/**
 * What `search.json` holds.
 */
export interface Index {
  version: string;
  language: IndexLanguage;
  pages: IndexPage[];
}
/**
 * The lists of a guide's language by which the search reads words.
 */
export interface IndexLanguage {
  plurals: string[];
  endings: string[];
  stopwords: string[];
  negations: string[];
  alike: string[];
}
export interface IndexPage {
  at: string;
  title: string;
  text: string;
  words?: string[];
  names?: number;
  weight?: number;
  parts?: IndexPart[];
}
export interface IndexPart {
  at: string;
  title: string;
  text: string;
  words?: string[];
  names?: number;
  table?: IndexTable;
  tells?: number;
}
export interface IndexTable {
  heads: string[];
  first: number;
  rows: IndexRow[];
}
export interface IndexRow {
  cells: string[];
  named?: {
    [k: string]: string;
  };
}
