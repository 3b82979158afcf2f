"""Faults of single entries: keys, kinds of values, and how they are written; the loader finds them."""
