"""Writes the pages of the manual that repeat what the program knows: the catalogue's keys, the checks, the commands."""
