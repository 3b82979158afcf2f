// What scripts are held to beside their types, which tsc checks; prettier lays them out.
import js from "@eslint/js";

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    rules: {
      "array-callback-return": "error", // a callback that forgets to answer
      "consistent-return": "error", // a function that answers only sometimes
      curly: ["error", "multi-line"], // braces around whatever does not fit on its line
      "default-case-last": "error",
      eqeqeq: "error",
      "no-console": ["error", { allow: ["warn"] }],
      "no-else-return": "error",
      "no-eval": "error", // the pages' policy would refuse it
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error", // one name, one thing
      "no-throw-literal": "error",
      "no-undef": "off", // tsc knows more names, and their types
      "no-unused-expressions": ["error", { allowShortCircuit: true }],
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "require-await": "error",
    },
  },
];
