"""Faults in who may ask for a modality."""
