"""Diagnostics in words, one format a file."""
