"""Faults of the text itself: what stops it from being read as YAML, or makes it mean something else."""
