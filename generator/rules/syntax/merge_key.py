"""Merged entries hide what an entry holds, and editors judge them otherwise than this program."""

from generator.i18n import N_

TITLE = N_("Keys merged from another entry")
MESSAGE = N_("“<<” merges keys from another entry, which is not possible in a catalogue.")
CURE = N_("Write the keys out in this entry.")
