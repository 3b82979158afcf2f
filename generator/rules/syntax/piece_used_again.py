"""Anchors, aliases and merge keys fill an entry from elsewhere, unseen; where they are meant, one word is enough."""

from generator.i18n import N_

TITLE = N_("Pieces of the file that are used again")
MESSAGE = N_(
    "“{seen}” shares a piece of the file with other places, which is not possible in a catalogue; such signs "
    "(&name, *name, <<) stand in more places: {more}."
)
CURE = N_("Write each value out where it belongs; a text that begins with & or * needs quotes.")
