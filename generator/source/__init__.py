"""From the bytes of a catalogue file to nodes that know their place."""
