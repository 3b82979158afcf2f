"""The ways through a catalogue that checks take."""
