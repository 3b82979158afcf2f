"""Where texts speak of every case, or of no other, of price or payer, and the claims whose words they are.

Texts of `sources` are left out: a source may be wrong, and the guide says so by following another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.analysis.claims import modalities
from generator.analysis.traversal import once, texts_with
from generator.catalogue.claims import Claim
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.wordlists import lexicon, mark, sentences, small, whole

_NO_STATEMENTS = ("sources", "claims")

_Span = tuple[Claim, int, int]
"""A claim with start and end of its words in a text."""


class Universal(NamedTuple):
    """A word that speaks of every case, in a text that speaks of money."""

    path: Path
    word: str
    sentence: str


class _Statement(NamedTuple):
    """A text, as written and in small letters, and where it stands, each time with the claims that it makes there."""

    text: str
    plain: str
    standing: tuple[tuple[Path, tuple[_Span, ...]], ...]


@once
def said_in(catalogue: Catalogue) -> Said:
    """Return where a catalogue says its claims; looked for once."""
    return Said(catalogue)


class Said:
    """The claims of a catalogue, found again in its texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.claims = [
            (
                mark(claim.phrase),
                whole(claim.phrase),
                {each.id: each.name for each in modalities(catalogue, claim)},
                claim,
            )
            for claim in catalogue.claims
        ]
        self.priced: dict[str, set[str]] = {}
        for modality in catalogue.modalities:
            self.priced.setdefault(modality.pricing, set()).add(modality.id)

    @cached_property
    def statements(self) -> Sequence[_Statement]:
        """Return every text that may state something of all cases, with the claims that it makes."""
        universal = lexicon(self.catalogue.guide.language, "universal")
        words = {word for word, *_ in self.claims}

        def tells(piece: str) -> bool:
            plain = small(piece)
            return (universal is not None and universal.may_be_in(plain)) or any(
                word in plain for word in words
            )

        return tuple(
            _Statement(text, plain, tuple(self._standing(told, text, plain)))
            for text, paths in texts_with(self.catalogue, tells)
            if " " in text
            and (told := [path for path in paths if path[0] not in _NO_STATEMENTS])
            and (plain := small(text))
        )

    def _standing(
        self, paths: Iterable[Path], text: str, plain: str
    ) -> Iterator[tuple[Path, tuple[_Span, ...]]]:
        """Give each path of a text with the claims whose phrase stands in it, where it speaks of their modalities."""
        spans = [
            (named, (claim, *match.span()))
            for word, phrase, named, claim in self.claims
            if word in plain
            for match in phrase.finditer(text)
        ]
        for path in paths:
            about = self._about(path) if spans else None
            yield path, tuple(span for named, span in spans if _fits(about, named, text))

    def unmarked(self) -> Iterator[Universal]:
        """Give the universal words about money that are no part of a claim's phrase."""
        language = self.catalogue.guide.language
        universal, money = lexicon(language, "universal"), lexicon(language, "money")
        if universal is None or money is None:
            return
        for each in self.statements:
            text = each.text
            if not universal.may_be_in(each.plain) or not universal.words.search(text):
                continue
            for begin, end in sentences(text):
                if any(money.found(text[begin:end])):
                    sentence = " ".join(text[begin:end].split())
                    for first, last in universal.found(text[begin:end]):
                        for path, spans in each.standing:
                            if not any(a <= begin + first and begin + last <= b for _, a, b in spans):
                                yield Universal(path, text[begin + first : begin + last], sentence)

    def said(self) -> set[str]:
        """Return the ids of the claims that stand in some text."""
        return {claim.id for each in self.statements for _, spans in each.standing for claim, _, _ in spans}

    def _about(self, path: Path) -> Collection[str] | None:
        """Return the modalities that a text is about, by where it stands; None where that does not tell."""
        match path:
            case ("modalities", int(index), *_):
                return (self.catalogue.modalities[index].id,)
            case ("pricing_rules", int(index), *_):
                return self.priced.get(self.catalogue.pricing_rules[index].id, ())
        return None


def _fits(about: Collection[str] | None, named: Mapping[str, str], text: str) -> bool:
    return about is None or all(id_ in named for id_ in about) or any(name in text for name in named.values())
