"""Values of a catalogue as its readers see them, whatever shows them: money, days, numbers, and who is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Literal, Protocol

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from generator.catalogue.entry import Forms
from generator.catalogue.fields import UNKNOWN, Day
from generator.catalogue.pricing_rules import Price, PriceState, Rate
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.requesters import Requester, RequesterGroup
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.phrases import taxes

Style = Literal["standard", "or"]
"""How a list is told: “A, B and C”, or “A, B or C”."""


class HasForms(Protocol):
    """An entry whose name is told in sentences."""

    @property
    def name(self) -> str: ...
    @property
    def forms(self) -> Forms: ...


@dataclass(frozen=True)
class Named:
    """A name for a sentence: a message takes the form that it needs, as in `{modality:of}`; `{modality}` is the name.

    ``number`` is what the verb beside it goes by, for `ngettext`.
    """

    name: str
    subject: str
    object: str
    of: str
    at: str
    number: int = 1

    def __format__(self, form: str) -> str:
        told: str = getattr(self, form or "name")
        return told


@dataclass(frozen=True)
class Formatter:
    """Writes the values of one catalogue in its language."""

    catalogue: Catalogue
    words: Words

    @property
    def locale(self) -> str:
        return self.catalogue.guide.language.replace("-", "_")

    def money(self, value: Decimal, currency: str | None = None) -> str:
        """Write an amount, in the guide's currency unless it has its own."""
        code = currency or self.catalogue.guide.currency
        return format_currency(value, code, locale=self.locale, decimal_quantization=False)

    def price(self, amount: Price | Rate) -> str:
        """Write a price and what it says of taxes."""
        written = self.money(amount.value, amount.currency)
        return f"{written} ({taxes(self.words)[amount.tax]})"

    def number(self, value: int) -> str:
        return format_decimal(value, locale=self.locale)

    def date(self, day: Day) -> str:
        return format_date(day, "long", locale=self.locale)

    def payer_name(self, party: str | None, state: PriceState) -> str:
        """Say who pays, with a capital, also where nobody does or no source tells."""
        if party == UNKNOWN or state is PriceState.UNKNOWN:
            return self.words.gettext("Not told")
        if party is None:
            waived = state is PriceState.WAIVED
            return self.words.gettext("Nobody") if waived else self.words.gettext("Does not apply")
        return capital(self.catalogue.party[party].name)

    def named(self, entry: HasForms) -> Named:
        """Return a name with its forms; one that the catalogue does not tell is made of the name."""
        name, forms = entry.name, entry.forms
        subject = forms.subject or name
        return Named(
            name,
            subject,
            forms.object or subject,
            forms.of or self.words.gettext("of {name}").format(name=name),
            forms.at or self.words.gettext("in {name}").format(name=name),
            2 if forms.plural else 1,
        )

    def together(self, names: Sequence[Named], style: Style = "standard") -> Named:
        """Return several names as one."""
        if len(names) == 1:
            return names[0]
        name, subject, object_, of, at = (
            self.listed([f"{each:{form}}" for each in names], style)
            for form in ("name", "subject", "object", "of", "at")
        )
        return Named(name, subject, object_, of, at, number=2)

    def listed(self, texts: Sequence[str], style: Style = "standard") -> str:
        """Write a list as the language does: “A, B and C”."""
        return format_list(texts, style, locale=self.locale)

    def requesters(self, ids: Iterable[str]) -> Named:
        """Name a set of requesters in a sentence, by their groups as `requesters_named` does."""
        return self.together([self.named(each) for each in self._gathered(ids)])

    def requesters_named(self, ids: Iterable[str]) -> str:
        """Name a set of requesters, by the name of a group where it is just that group."""
        return ", ".join(each.name for each in self._gathered(ids))

    def _gathered(self, ids: Iterable[str]) -> list[Requester | RequesterGroup]:
        wanted = set(ids)
        found: list[tuple[int, Requester | RequesterGroup]] = []
        for group in self.catalogue.requester_groups:
            if set(group.members) <= wanted:
                found.append((self._rank(group.members), group))
                wanted -= set(group.members)
        found += [(self._rank((id_,)), self.catalogue.requester[id_]) for id_ in wanted]
        return [each for _, each in sorted(found, key=itemgetter(0))]

    def _rank(self, members: Iterable[str]) -> int:
        order = [requester.id for requester in self.catalogue.requesters]
        return min(order.index(member) for member in members)

    def value_name(self, dimension: str, value: str) -> str:
        """Name one value of a dimension of prices."""
        if dimension == REQUESTER:
            return self.catalogue.requester[value].name
        if dimension == OUTCOME:
            return self.catalogue.outcome[value].name
        return next(each.name for each in self.catalogue.dimension[dimension].values if each.id == value)


def capital(text: str) -> str:
    """Return a text as the start of a sentence."""
    return text[:1].upper() + text[1:]
