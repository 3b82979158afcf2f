"""Values of a catalogue as its readers see them, whatever shows them: money, days, numbers, and who is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from generator.catalogue.fields import UNKNOWN, Day
from generator.catalogue.pricing_rules import Price, PriceState, Rate
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.wording.phrases import taxes


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

    def requesters_named(self, ids: Iterable[str]) -> str:
        """Name a set of requesters, by the name of a group where it is just that group."""
        wanted = set(ids)
        names = []
        for group in self.catalogue.requester_groups:
            if set(group.members) <= wanted:
                names.append((self._rank(group.members), group.name))
                wanted -= set(group.members)
        names += [(self._rank((id_,)), self.catalogue.requester[id_].name) for id_ in wanted]
        return ", ".join(name for _, name in sorted(names))

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
