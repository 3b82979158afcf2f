"""Who may ask, as texts tell it, held to the stands of the modalities that they are about or name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator.analysis.prices_told import reaching
from generator.analysis.standing import Standing, standing
from generator.analysis.traversal import once
from generator.analysis.word_meanings import Token
from generator.catalogue.modalities import Access, Modality
from generator.catalogue.requesters import Requester, RequesterGroup
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.normalise import fold
from generator.language.stems import NAMING, WORD, stem
from generator.language.wordlists import PAUSE, sentences

_BEFORE, _BEHIND = ("asks", "refuses"), ("asked", "only")
"""Meanings of words for “may ask” or “may not”: whoever asks stands before or behind them."""
_ASKING = (*_BEFORE, *_BEHIND)

_TURNING = ("limit", "not", "any")
"""Meanings of words that change what is said of whoever is named behind them."""

_REACH = 3
"""Words between “only” and whoever it sets apart, and between two who ask together: an article, a preposition."""

_PLURAL = 2
"""Letters that a plural adds, the last of them an s, in the languages that have a list."""


_Head = tuple[str, frozenset[str], frozenset[str]]
"""The first word of a requester's name, the stems of the others, and the requesters that it names."""


class AccessTold(NamedTuple):
    """What a sentence says of who may ask: the words, whom they name, and what they say of these."""

    start: int
    end: int
    requesters: frozenset[str]
    state: Access
    any: bool
    """Whether it says “any”: then a stand that has a condition says less."""


class MistakenAccess(NamedTuple):
    """A text that says of somebody that they may ask, or may not, where no modality that it is about has that."""

    path: Path
    told: str
    requester: str
    about: str


def mistaken(catalogue: Catalogue) -> Iterator[MistakenAccess]:
    """Give where a text says who may ask, and no modality that it is about, or that its sentence names, has that."""
    stands = standing(catalogue)
    if stands is None:
        return
    for text, paths in stands.statements(stands.words.marks(*_ASKING)):
        for begin, end in sentences(text):
            told = list(_told(catalogue, stands, text[begin:end], text[end : end + 1]))
            if not told:
                continue
            named = _named(catalogue, stands, text[begin:end])
            for path in paths:
                about = named or stands.about(path)
                for each in told if about else ():
                    if wrong := _wrong(catalogue, each, about):
                        names = ", ".join(modality.name for modality in about)
                        yield MistakenAccess(path, text[begin + each.start : begin + each.end], wrong, names)


def mistaken_in(catalogue: Catalogue, sentence: str, stop: str) -> Iterator[tuple[int, int]]:
    """Give where a sentence beside the catalogue says who may ask, and no modality has that, or none that it names."""
    stands = standing(catalogue)
    if stands is None:
        return
    for each in _told(catalogue, stands, sentence, stop):
        about = _named(catalogue, stands, sentence) or catalogue.modalities
        if _wrong(catalogue, each, about):
            yield each.start, each.end


def _wrong(catalogue: Catalogue, told: AccessTold, about: Collection[Modality]) -> str:
    """Name whom a sentence speaks of otherwise than every modality; empty where one of them fits."""
    found = ""
    for modality in about:
        stands = catalogue.stands[modality.id]
        wrong = [
            name
            for name in catalogue.requester
            if name in told.requesters
            and (stand := stands.get(name))
            and (stand.state is not told.state or (told.any and stand.note))
        ]
        if not wrong:
            return ""
        found = found or catalogue.requester[wrong[0]].name
    return found


def _told(catalogue: Catalogue, stands: Standing, sentence: str, stop: str) -> Iterator[AccessTold]:
    """Give who may ask by a sentence; a question and a condition tell nothing."""
    tokens = stands.words.tokens(sentence)
    if stop == "?" or not any(each.meaning in _ASKING for each in tokens):
        return
    asking = list(_asking(catalogue, sentence))
    for index, token in enumerate(tokens):
        if token.meaning not in _ASKING:
            continue
        before = _clause(sentence, asking, 0, token.start, last=True)
        after = _clause(sentence, asking, token.end, len(sentence))
        those = _together(sentence, tokens, before if token.meaning in _BEFORE else after)
        if not those:
            continue
        turns = set(reaching(sentence, tokens, index))
        ahead = [each for each in tokens if each.end <= those[0].start]
        close = [each for each in ahead if _is_near(sentence, each.end, those[0].start)]
        near = {each.meaning for each in close}
        if turns & {"if", "which"} or any(each.meaning == "if" for each in ahead):
            continue
        named = frozenset[str]().union(*(each.ids for each in those))
        words = [each.start for each in close if each.meaning in _TURNING]
        start = min(those[0].start, token.start, *words)
        end = max(those[-1].end, token.end)
        denied = token.meaning == "refuses" or "not" in turns or "not" in near
        if token.meaning == "only" or "limit" in near or "limit" in turns:
            if not denied:
                yield AccessTold(start, end, frozenset(catalogue.requester) - named, Access.DENIED, False)
        else:
            state = Access.DENIED if denied else Access.ALLOWED
            yield AccessTold(start, end, named, state, "any" in near and not denied)


class _Asking(NamedTuple):
    """Somebody whom a sentence names: where, and the requesters that it may be."""

    start: int
    end: int
    ids: frozenset[str]


def _asking(catalogue: Catalogue, sentence: str) -> Iterator[_Asking]:
    """Give whom a sentence names: of several requesters of one name, those whose other words it has, else all."""
    heads = _heads(catalogue)
    for word in WORD.finditer(sentence):
        if meant := heads[word[0]]:
            rest = {stem(each[0]) for each in WORD.finditer(sentence, word.end())}
            own = [each for each in meant if each[1] and each[1] <= rest]
            yield _Asking(*word.span(), frozenset[str]().union(*(each[2] for each in own or meant)))


class _Heads(dict[str, tuple[_Head, ...]]):
    """The requesters whose names begin with a word as it is written: texts have few words, over and over."""

    def __init__(self, heads: Sequence[_Head]) -> None:
        super().__init__()
        self._all = heads

    def __missing__(self, written: str) -> tuple[_Head, ...]:
        word = fold(written)
        self[written] = tuple(each for each in self._all if _is_one_word(word, each[0]))
        return self[written]


@once
def _heads(catalogue: Catalogue) -> _Heads:
    found = []
    named: tuple[Requester | RequesterGroup, ...] = (*catalogue.requesters, *catalogue.requester_groups)
    for each in named:
        words = [word for word in WORD.findall(each.name) if len(word) >= NAMING]
        if words:
            others = frozenset(stem(word) for word in words[1:])
            found.append((fold(words[0]), others, frozenset(catalogue.members(each.id))))
    return _Heads(found)


def _is_one_word(one: str, other: str) -> bool:
    """Tell whether two words are one, or its plural."""
    short, long = sorted((one, other), key=len)
    more = long.removeprefix(short)
    return one == other or (long.startswith(short) and len(more) <= _PLURAL and more.endswith("s"))


def _clause(
    sentence: str, asking: Sequence[_Asking], begin: int, end: int, *, last: bool = False
) -> list[_Asking]:
    """Return whom a part of a sentence names, up to the first pause; ``last``, from the last pause on."""
    pauses = [each.span() for each in PAUSE.finditer(sentence, begin, end)]
    if pauses and last:
        begin = pauses[-1][1]
    elif pauses:
        end = pauses[0][0]
    return [each for each in asking if begin <= each.start and each.end <= end]


def _together(sentence: str, tokens: Sequence[Token], those: Sequence[_Asking]) -> list[_Asking]:
    """Return whoever is named first, with whom an “and” joins: others that are named may be whom they serve."""
    found = list(those[:1])
    for each in those[1:]:
        between = [one.meaning for one in tokens if found[-1].end <= one.start and one.end <= each.start]
        if _is_near(sentence, found[-1].end, each.start) and "and" in between:
            found.append(each)
    return found


def _is_near(sentence: str, begin: int, end: int) -> bool:
    between = sentence[begin:end]
    return len(between.split()) <= _REACH and not PAUSE.search(between)


def _named(catalogue: Catalogue, stands: Standing, sentence: str) -> tuple[Modality, ...]:
    """Return the modalities that a sentence names; of a name in the plural, all that begin with its word."""
    named = tuple(each for _, each in stands.named_in(sentence))
    if named:
        return named
    words = {fold(each[0]) for each in WORD.finditer(sentence) if len(each[0]) >= NAMING}
    return tuple(
        each
        for each in catalogue.modalities
        if (first := WORD.search(each.name))
        and any(word != fold(first[0]) and _is_one_word(word, fold(first[0])) for word in words)
    )
