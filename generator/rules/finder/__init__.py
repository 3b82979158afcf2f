"""Faults of the finder: answers that lead nowhere, to two places, or to the wrong one."""
