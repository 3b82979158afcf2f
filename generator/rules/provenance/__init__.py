"""Faults in what a statement rests on."""
