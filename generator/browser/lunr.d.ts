/* The part of the search library that we use; publish/scripts.py makes a module of it as it comes with MkDocs. */

interface Clause {
  boost?: number;
  editDistance?: number;
  wildcard?: number;
  usePipeline?: boolean;
}

declare class Query {
  static wildcard: { TRAILING: number };
  term(term: string, options: Clause): this;
}

declare class Index {
  query(tell: (query: Query) => void): { ref: string; score: number }[];
}

declare class Builder {
  tokenizer: (text: string, told: { fields: string[] }) => Token[];
  ref(name: string): void;
  field(name: string, options: { boost: number }): void;
  add(document: object): void;
  build(): Index;
}

declare class Token {
  constructor(text: string);
}

declare const lunr: { Query: typeof Query; Index: typeof Index; Builder: typeof Builder; Token: typeof Token };
export default lunr;
export type { Clause, Index };
