"""Spaces copied from other programs look like any other, but become part of a key."""

from generator.i18n import N_

TITLE = N_("Special space in a key")
MESSAGE = N_("A special space, copied from another program, has become part of the key “{key}”.")
CURE = N_("Delete the space before or within the key and type it again.")
