"""The machinery of the rules: what runs them, what is left to check of a broken file, and whose findings are told."""
