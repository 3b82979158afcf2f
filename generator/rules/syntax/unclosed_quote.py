"""A quote that is never closed swallows the rest of the file; the mistake lies far before the parser's message."""

from generator.i18n import N_

TITLE = N_("Quotes that do not fit")
MESSAGE = N_("The quotes of this text do not fit: they end too early, or never.")
CURE = N_("Close the quotes; a quote within quoted text is written twice ('') or after a backslash (\\\").")
