"""Faults of ids: what leads nowhere, to two places, or is never led to."""
