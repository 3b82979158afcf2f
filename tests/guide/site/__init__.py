"""The rules of tests/site, held to the published guide."""
