/* What the tests use of node: its own types would let the scripts of a page use node, too. */

declare module "node:assert/strict" {
  const assert: {
    ok(value: unknown): void;
    equal<Value>(actual: Value, expected: NoInfer<Value>, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    throws(run: () => void, told: RegExp): void;
  };
  export default assert;
}

declare module "node:test" {
  export default function test(name: string, run: () => void): void;
}
