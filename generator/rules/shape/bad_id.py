"""Ids become addresses: they must be the same on every system and in every link."""

from generator.i18n import N_

TITLE = N_("Id not in the wanted form")
MESSAGE = N_("“{seen}” cannot be an id.")
CURE = N_("Use small letters without accents, digits and single hyphens, as in “first-repair”.")
