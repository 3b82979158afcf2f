"""What was found, as it is told to people."""
