"""The proof that the checks work: what would mislead a customer is noticed."""
