"""A list where a text belongs, or the reverse, is mostly a matter of indentation."""

from generator.i18n import N_

TITLE = N_("Wrong kind of value")
MESSAGE = N_("{wanted} is expected here.")
CURE = N_("Compare with other entries of the same kind: hyphens make a list, indented keys make a group.")
TERMS = {
    "wanted": {
        "text": N_("A text"),
        "list": N_("A list"),
        "map": N_("A group of keys"),
    },
}
