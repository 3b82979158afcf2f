"""The reader, the parser and the places of what they read."""
