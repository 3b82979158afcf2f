"""What an edit of a catalogue means for whoever asks for a service, or pays for it: told case by case, for people."""
