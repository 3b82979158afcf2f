"""Faults in what a modality covers."""
