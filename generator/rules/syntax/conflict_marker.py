"""Marks that a merge left behind mean that two versions of a piece stand side by side."""

from generator.i18n import N_

TITLE = N_("Mark of an unfinished merge")
MESSAGE = N_("A mark of an unfinished merge stands here.")
CURE = N_("Decide which of the two versions is right, and delete the other and the marks.")
