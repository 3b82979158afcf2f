"""What is computed of a catalogue as a whole, for rules, pages and answers alike: ways through it, what they show."""
