"""Decision tables, and the three that a catalogue holds: price, payer, finder."""
