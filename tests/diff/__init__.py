"""What an edit of a catalogue means."""
