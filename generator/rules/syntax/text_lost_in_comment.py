"""Behind a space, the sign # begins a comment, and what was meant as the rest of a sentence is lost unseen."""

from generator.diagnostics import Severity
from generator.i18n import N_

TITLE = N_("Text lost in a comment")
MESSAGE = N_("“{lost}” is a comment here, so that readers will not see it.")
CURE = N_("Put the whole text in quotes; or, if a comment is meant, write a space after the #.")
SEVERITY = Severity.WARNING
