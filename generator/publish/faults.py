"""What ends a build of a site: told in a sentence to whoever started it, and never as a traceback."""

from __future__ import annotations

from mkdocs.exceptions import Abort


class Fault(Abort):
    """A build cannot go on; the message says why, and where there is one, the cure."""
