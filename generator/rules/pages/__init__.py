"""Faults of what lies beside the catalogue, pages and settings; the build and `guia check` find them on one way."""
