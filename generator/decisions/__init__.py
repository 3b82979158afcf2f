"""Decision tables: from a case to its result and the row that decided, with proofs over all cases."""
