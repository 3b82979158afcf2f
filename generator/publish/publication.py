"""A site from its first file to the swap: it takes the last one's place only when its build has come to a good end."""

from __future__ import annotations

from pathlib import Path

from generator.i18n import Words
from generator.publish.faults import Fault
from generator.publish.staging import Staging, Unusable


class Publication:
    """What becomes of a build: at most one is begun at a time."""

    def __init__(self) -> None:
        self.done = False
        """Whether the build has come to its end; until the swap it may still turn out to be good for nothing."""
        self._staging: Staging | None = None

    def begin(self, target: Path, words: Words) -> Path:
        """Return the folder to build in, in place of the target; raises `Fault`."""
        try:
            self._staging = Staging(target)
        except Unusable as error:
            raise Fault(words.gettext(error.message).format(path=error.path)) from None
        except OSError as error:
            raise _unwritable(error, words) from None
        return self._staging.folder

    def end(self, words: Words) -> Path | None:
        """Publish what was built, and return where; else forget it, and return None. Raises `Fault`."""
        target = None
        if self._staging is not None and self.done:
            try:
                self._staging.swap()
            except OSError as error:
                raise _unwritable(error, words) from None
            target, self._staging = self._staging.target, None
        self.forget()
        return target

    def forget(self) -> None:
        """Leave the last site as it is."""
        if self._staging is not None:
            self._staging.discard()
            self._staging = None


def _unwritable(error: OSError, words: Words) -> Fault:
    message = words.gettext("The site cannot be written, and the last one stays as it was: {reason}.")
    reason = f"{error.strerror} ({error.filename})" if error.filename else str(error)
    return Fault(message.format(reason=reason))
