"""After a backslash in double quotes only certain letters may follow, so a Windows path breaks the text."""

from generator.i18n import N_

TITLE = N_("Backslash that means nothing")
MESSAGE = N_("What follows the backslash here has no meaning in double quotes.")
CURE = N_("Write the backslash twice, or use single quotes. Write an emoji as itself.")
