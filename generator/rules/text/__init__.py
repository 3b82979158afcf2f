"""Faults in texts that readers see: markup, links and characters that have no business there."""
