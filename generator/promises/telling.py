"""What all promises of one catalogue share: its words, its names, and the facts behind a promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Modality
from generator.catalogue.references import HOMES, OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.promises.promise import Kind, Promise
from generator.promises.terms import PromiseTerms, terms
from generator.wording.formatting import Formatter


@dataclass(frozen=True)
class Telling:
    """A catalogue as it is told in one language."""

    catalogue: Catalogue
    words: Words

    @cached_property
    def terms(self) -> PromiseTerms:
        return terms(self.words)

    @cached_property
    def format(self) -> Formatter:
        return Formatter(self.catalogue, self.words)

    def gettext(self, message: str, **values: object) -> str:
        return self.words.gettext(message).format(**values)

    def promise(
        self,
        kind: Kind,
        subject: str,
        told: Iterable[str],
        facts: Iterable[str] = (),
        about: Iterable[str] = (),
        entries: Iterable[str] = (),
    ) -> Promise:
        """Make a promise of its parts; the facts stand last, marked where one of them is inferred."""
        named = tuple(sorted(set(facts)))
        said = tuple(each for each in told if each)
        text = " ".join(each for each in ("; ".join(said), self.cited(named)) if each)
        return Promise(
            kind, subject, text, " · ".join(about), tuple(entries), said, named, self.inferred(named)
        )

    def cited(self, facts: Iterable[str]) -> str:
        """Name facts in brackets; in which order they stand in the catalogue says nothing."""
        named = sorted(set(facts))
        if not named:
            return ""
        return f"[{' '.join(named)}]" + (f" {self.terms.inferred}" if self.inferred(named) else "")

    def inferred(self, facts: Iterable[str]) -> bool:
        """Tell whether one of the facts is a conclusion."""
        return any(self.catalogue.facts[each].concluded for each in facts)

    def payer(self, party: str | None) -> str:
        """Say who pays; empty where nobody does."""
        if party is None:
            return ""
        if party == UNKNOWN:
            return self.gettext("who pays is not told")
        return self.gettext("paid by {party}", party=party)

    def codes(self, modalities: Iterable[str]) -> str:
        """Name modalities by their codes, which stay when an id does not."""
        return ", ".join(self.catalogue.modality[each].code for each in modalities)

    def users(self, rule: str) -> tuple[str, ...]:
        """Return the names of the modalities that a price is for."""
        return tuple(each.name for each in self.catalogue.priced_by[rule])


def home(of: str, id_: str) -> str:
    """Return the address of an entry: the keys that lead to its list, and its id."""
    return f"{of}.{id_}"


def home_of_value(dimension: str, value: str) -> str:
    """Return the address of a value that prices depend on."""
    if dimension in (REQUESTER, OUTCOME):
        return home(HOMES[dimension][0], value)
    return home(f"{home('dimensions', dimension)}.values", value)


def quoted(text: str) -> str:
    """Put a text of the catalogue on one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"


def in_order(modality: Modality) -> str:
    """Name what must come first, in the order in which it must."""
    return ", ".join(each.precondition for each in modality.preconditions)
