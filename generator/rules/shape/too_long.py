"""Ids are read in addresses and quoted by people, and a text of many pages is a file that came in by mistake."""

from generator.i18n import N_

TITLE = N_("Too long")
MESSAGE = N_("This has more than {limit} characters.")
CURE = N_("Shorten it.")
