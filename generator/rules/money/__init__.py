"""Faults in what a price is counted by, its amounts and its rates."""
