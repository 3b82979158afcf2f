"""Decision tables, and the four that a catalogue holds: eligibility, price, payer, finder."""
