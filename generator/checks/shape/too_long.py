"""Ids are read in addresses and quoted by people."""

from generator.words import N_

TITLE = N_("Id too long")
MESSAGE = N_("This id has more than {limit} characters.")
CURE = N_("Shorten it.")
