"""Control characters come with pasted text, are not seen in an editor, and break what is made of the text."""

from generator.i18n import N_

TITLE = N_("Invisible character")
MESSAGE = N_("An invisible character stands here that a catalogue must not hold.")
CURE = N_("Delete this piece and type it again instead of pasting it.")
