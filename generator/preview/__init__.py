"""The preview of a guide while it is being written."""
