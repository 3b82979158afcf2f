"""A word after an exclamation mark asks the parser to make something of the value; a catalogue holds only texts."""

from generator.i18n import N_

TITLE = N_("Text that begins with an exclamation mark")
MESSAGE = N_("“{name}” asks for a special kind of value, which a catalogue does not have.")
CURE = N_("If it is text, put it in quotes; if not, take it out.")
