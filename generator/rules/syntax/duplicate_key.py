"""Of two equal keys one would be lost without a sound."""

from generator.i18n import N_

TITLE = N_("Key written twice")
MESSAGE = N_("“{key}” stands here a second time; the first is on line {line}.")
CURE = N_("Keep one of them. If you meant a new entry of the list, begin it with “- ”.")
