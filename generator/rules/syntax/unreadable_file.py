"""What cannot be opened cannot be checked: the reader must hear why, not see a traceback."""

from generator.i18n import N_

TITLE = N_("File that cannot be read")
MESSAGE = N_("The file could not be read: {why}.")
CURE = N_("Check the name of the file, and that you may read it.")
TERMS = {
    "why": {
        "directory": N_("it is a folder"),
        "No such file or directory": N_("there is no such file"),
        "Permission denied": N_("reading it is not allowed"),
    },
}
