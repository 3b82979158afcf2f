"""A list or map as a key is what braces in a text turn into."""

from generator.i18n import N_

TITLE = N_("Key that is not a word")
MESSAGE = N_("A list or a group of keys stands here where a key is expected.")
CURE = N_("If it is text that begins with a bracket or a brace, put it in quotes.")
