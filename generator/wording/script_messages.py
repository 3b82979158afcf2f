"""What scripts say: a `messages.yaml` beside them, for them and for a terminal, so that a sentence is written once.

Each key of the file has an English message id with holes such as `{modality}`, which are filled where it is said. One
that needs a context is a `text` with its `context`. One that goes with a number is `one` and `many`, and becomes two
messages: those of `minute` are called `minute_one` and `minute_many`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.i18n import Words

FILE = "messages.yaml"
SHARED = "shared"
"""What the messages are called that no component has alone."""

_PACKAGE = Path(__file__).parents[1]
_BROWSER = _PACKAGE / "browser"
_COMPONENTS = _PACKAGE / "components"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ScriptMessage(NamedTuple):
    """A message as gettext knows it: the function that translates it, and the texts that this is given."""

    function: str
    ids: tuple[str, ...]

    def said(self, words: Words, *number: int) -> str:
        told: str = getattr(words, self.function)(*self.ids, *number)
        return told


def speakers() -> tuple[str, ...]:
    """Name what has messages: the components whose scripts say something, and what they share."""
    return (SHARED, *sorted(path.parent.name for path in _COMPONENTS.glob(f"*/{FILE}")))


@cache
def messages(words: Words, speaker: str) -> Mapping[str, str]:
    """Return the messages of a component by their keys, in one language: read once for each `i18n.words`."""
    folder = _BROWSER if speaker == SHARED else _COMPONENTS / speaker
    found: dict[str, str] = {}
    for key, message in _messages((folder / FILE).read_bytes()).items():
        if message.function.startswith("n"):
            found |= {f"{key}_{form}": message.said(words, n) for form, n in (("one", 1), ("many", 2))}
        else:
            found[key] = message.said(words)
    return found


def all_messages(words: Words) -> dict[str, Mapping[str, str]]:
    """Return the messages of all that has some, by speaker; ``{name}`` in one is filled where it is said."""
    return {speaker: messages(words, speaker) for speaker in speakers()}


def extract(file: BytesIO, *_: Any, **__: Any) -> Iterator[tuple[int, str, tuple[str, ...], tuple[str, ...]]]:
    """Give Babel the messages of one file: ``locale/babel.cfg`` names this as the way to find them."""
    for message in _messages(file.read()).values():
        yield 1, message.function, message.ids, ()


def _messages(text: bytes) -> Mapping[str, ScriptMessage]:
    told: Mapping[str, str | Mapping[str, str]] = yaml.load(text, _LOADER)
    return {key: _message({"text": each} if isinstance(each, str) else each) for key, each in told.items()}


def _message(told: Mapping[str, str]) -> ScriptMessage:
    context = (told["context"],) if "context" in told else ()
    ids = (told["text"],) if "text" in told else (told["one"], told["many"])
    return ScriptMessage(f"{'n' * (len(ids) > 1)}{'p' * len(context)}gettext", (*context, *ids))
