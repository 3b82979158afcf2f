"""What the scripts say, in the guide's language: the messages of each folder of scripts, published with their data."""

from __future__ import annotations

from collections.abc import Mapping

from generator.i18n import Words
from generator.wording.script_messages import messages, speakers


def words(words: Words) -> dict[str, Mapping[str, str]]:
    """Return the words of all scripts; ``{name}`` in one is filled in the browser."""
    return {speaker: messages(words, speaker) for speaker in speakers()}
