"""A list or a text at the top means that this is some other file."""

from generator.i18n import N_

TITLE = N_("File that is not a catalogue")
MESSAGE = N_("This file does not begin with the keys of a catalogue.")
CURE = N_("Begin with “guide:”, “sources:” and the other keys, without indentation or hyphen.")
