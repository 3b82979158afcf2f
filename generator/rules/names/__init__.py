"""Faults of names: one thing in two spellings, one name for two things, letters that only look alike."""
