"""What a text stands with: the facts that it rests on, and the modalities that it is about or names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.analysis.references import named
from generator.analysis.traversal import once, texts_with
from generator.analysis.word_meanings import Meanings, reader
from generator.catalogue.modalities import Modality
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.stems import WORD, stems
from generator.language.wordlists import small

_NO_STATEMENTS = frozenset({"sources", "claims"})
"""A source may be wrong, and a claim is proven by itself."""
_NO_SENTENCES = frozenset({"searched_as", "words", "suppress", "earlier_names", "revision"})

_PREVAILS: Path = ("guide", "prevails")


@once
def standing(catalogue: Catalogue) -> Standing | None:
    """Return what the texts of a catalogue stand with; None where nobody has listed the words of its language."""
    words = reader(catalogue.guide.language)
    return None if words is None else Standing(catalogue, words)


class Standing:
    """The texts of one catalogue, and what they stand with."""

    def __init__(self, catalogue: Catalogue, words: Meanings) -> None:
        self.catalogue = catalogue
        self.words = words
        self.cited: dict[Path, tuple[str, ...]] = {}
        for each in named(catalogue):
            if each.kind == "fact" and each.path[0] not in _NO_STATEMENTS:
                entry = each.path[:-1]
                self.cited[entry] = (*self.cited.get(entry, ()), *each.ids)
        self.names: dict[tuple[str, ...], Modality] = {
            tuple(stems(each.name)): each for each in catalogue.modalities
        }
        self._lengths: dict[str, list[int]] = {}
        """By the word that a name begins with, how many words such names have."""
        for first, length in sorted({(words[0], len(words)) for words in self.names if words}):
            self._lengths.setdefault(first, []).append(length)

    def statements(
        self, marks: Collection[str], sign: re.Pattern[str] | None = None
    ) -> Iterator[tuple[str, Sequence[Path]]]:
        """Give each text that has one of these marks, or a sign, with the paths at which it states something."""

        def wanted(piece: str) -> bool:
            plain = small(piece)
            return any(each in plain for each in marks) or bool(sign and sign.search(piece))

        for text, paths in texts_with(self.catalogue, wanted):
            told = [
                path for path in paths if path[0] not in _NO_STATEMENTS and _NO_SENTENCES.isdisjoint(path)
            ]
            if told:
                yield text, told

    def facts(self, path: Path) -> tuple[str, ...]:
        """Return the facts that a text rests on: those of its entry, and of the entries around it."""
        if path[:-1] == ("guide",) and path != _PREVAILS:
            return ()  # the guide itself cites facts for one sentence alone
        return tuple(fact for end in range(len(path) - 1, 0, -1) for fact in self.cited.get(path[:end], ()))

    def about(self, path: Path) -> tuple[Modality, ...]:
        """Return the modalities that a text is about by where it stands."""
        match path:
            case ("modalities", int(index), *_):
                return (self.catalogue.modalities[index],)
            case ("finder", "rows", int(index), *_):
                return tuple(
                    self.catalogue.modality[each] for each in self.catalogue.finder.rows[index].recommend
                )
            case ("open_questions", int(index), *_):
                return tuple(
                    self.catalogue.modality[each] for each in self.catalogue.open_questions[index].modalities
                )
        return ()

    def named_in(self, text: str) -> Iterator[tuple[str, Modality]]:
        """Give the modalities that a text names, as it writes them, in their order."""
        plain = list(stems(text))
        starts = [index for index, word in enumerate(plain) if word in self._lengths]
        words = list(WORD.finditer(text)) if starts else []
        for start in starts:
            for length in self._lengths[plain[start]]:
                modality = self.names.get(tuple(plain[start : start + length]))
                if modality and start + length <= len(words):
                    yield text[words[start].start() : words[start + length - 1].end()], modality
