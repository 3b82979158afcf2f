"""Faults of price tables: cases that no row, or more than one, decides, and examples that say otherwise."""
