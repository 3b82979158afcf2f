"""Faults of suppressions: what was meant to silence a warning, and does not."""
