"""Writes the pages of the manual that repeat what the program knows: keys, checks, commands, languages."""
