"""The sources of a guide, watched."""
