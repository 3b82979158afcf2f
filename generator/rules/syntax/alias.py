"""An alias repeats a piece of the file unseen, can blow it up, and is mostly bold text that lost its quotes."""

from generator.i18n import N_

TITLE = N_("Reference to another place of the file")
MESSAGE = N_("“*{name}” means another place of the file here, which is not possible in a catalogue.")
CURE = N_("If it is text that begins with an asterisk, put it in quotes; if not, write the value out.")
