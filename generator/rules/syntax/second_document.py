"""Whatever follows a line of three hyphens would be left unread."""

from generator.i18n import N_

TITLE = N_("Second document in the file")
MESSAGE = N_("A second document begins here, and would not be read.")
CURE = N_("Take out the line “---”, or move what follows to another file.")
