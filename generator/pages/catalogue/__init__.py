"""The catalogue itself, line by line."""
