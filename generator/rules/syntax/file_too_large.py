"""A file of this size is a mistake or an attack; reading it would only use up memory."""

from generator.i18n import N_

TITLE = N_("File too large")
MESSAGE = N_("The file has more than {limit}.")
CURE = N_("Check that this is the catalogue; move long texts to pages of their own.")
TERMS = {
    "limit": {
        "lines": N_("a million lines"),
        "values": N_("700,000 values"),
        "keys": N_("10,000 keys in one place"),
    },
}
