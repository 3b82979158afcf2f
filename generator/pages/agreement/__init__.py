"""What to check before agreeing to something."""
