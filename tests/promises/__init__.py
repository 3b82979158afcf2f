"""The promises of a guide."""
