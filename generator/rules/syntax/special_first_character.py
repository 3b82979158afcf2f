"""Text that begins with a sign of YAML's own stops the parser, whose message speaks of tokens."""

from generator.i18n import N_

TITLE = N_("Text that begins with a special sign")
MESSAGE = N_("A text must not begin with this sign unless it is in quotes.")
CURE = N_("Put the whole text in quotes.")
