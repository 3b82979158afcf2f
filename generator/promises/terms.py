"""The words in which promises are told, in the guide's language: short, and each with one meaning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from generator.catalogue.modalities import Access, ScopeState
from generator.catalogue.pricing_rules import Basis, PriceState, Tax, Unit
from generator.catalogue.sources import Trust
from generator.i18n import Words
from generator.pricing.basis import BASES
from generator.promises.promise import Kind


class PromiseTerms(NamedTuple):
    """The words of one language."""

    kinds: Mapping[Kind, str]
    """What a line begins with: one word each."""
    headings: Mapping[Kind, str]
    prices: Mapping[PriceState, str]
    access: Mapping[Access, str]
    scopes: Mapping[ScopeState, str]
    bases: Mapping[Basis, str]
    units: Mapping[Unit, str]
    taxes: Mapping[Tax, str]
    trusts: Mapping[Trust, str]
    inferred: str
    unknown: str


@cache
def terms(words: Words) -> PromiseTerms:
    """Return the words of a language."""
    return PromiseTerms(
        kinds={
            Kind.CASE: words.pgettext("promise", "case"),
            Kind.ACCESS: words.pgettext("promise", "asks"),
            Kind.SCOPE: words.pgettext("promise", "covers"),
            Kind.ASPECT: words.pgettext("promise", "aspect"),
            Kind.BEFORE: words.pgettext("promise", "before"),
            Kind.CHARGE: words.pgettext("promise", "charge"),
            Kind.STEP: words.pgettext("promise", "step"),
            Kind.COUNT: words.pgettext("promise", "counts"),
            Kind.RATE: words.pgettext("promise", "rate"),
            Kind.PATH: words.pgettext("promise", "path"),
            Kind.OPEN: words.pgettext("promise", "open"),
            Kind.MISSING: words.pgettext("promise", "missing"),
            Kind.NEIGHBOURS: words.pgettext("promise", "beside"),
            Kind.FORMERLY: words.pgettext("promise", "formerly"),
            Kind.SOURCE: words.pgettext("promise", "source"),
            Kind.FACT: words.pgettext("promise", "fact"),
            Kind.SAYS: words.pgettext("promise", "says"),
        },
        headings={
            Kind.CASE: words.gettext("What each case comes to, and who pays"),
            Kind.ACCESS: words.gettext("Who may ask for what"),
            Kind.SCOPE: words.gettext("What is covered"),
            Kind.ASPECT: words.gettext("What holds in each aspect"),
            Kind.BEFORE: words.gettext("What must come first, in order"),
            Kind.CHARGE: words.gettext("When the charge begins"),
            Kind.STEP: words.gettext("The steps, in order"),
            Kind.COUNT: words.gettext("How each price is counted"),
            Kind.RATE: words.gettext("What a unit of time costs"),
            Kind.PATH: words.gettext("What is recommended for which answers, the best first"),
            Kind.OPEN: words.gettext("What the guide does not answer, and whom to ask"),
            Kind.MISSING: words.gettext("What no source tells of a modality"),
            Kind.NEIGHBOURS: words.gettext("What is shown side by side"),
            Kind.FORMERLY: words.gettext("Earlier ids: addresses that still lead here"),
            Kind.SOURCE: words.gettext("The sources, and how far each is trusted"),
            Kind.FACT: words.gettext("The facts, each under the source that says it"),
            Kind.SAYS: words.gettext("All else that is told, entry by entry"),
        },
        prices={
            PriceState.FREE: words.pgettext("promise", "free"),
            PriceState.CHARGED: words.pgettext("promise", "charged"),
            PriceState.WAIVED: words.pgettext("promise", "waived"),
            PriceState.ON_QUOTE: words.pgettext("promise", "on quote"),
            PriceState.NOT_OFFERED: words.pgettext("promise", "not offered"),
            PriceState.UNKNOWN: words.pgettext("promise", "not told"),
        },
        access={
            Access.ALLOWED: words.pgettext("promise", "yes"),
            Access.DENIED: words.pgettext("promise", "no"),
            Access.UNKNOWN: words.pgettext("promise", "not told"),
        },
        scopes={
            ScopeState.INCLUDED: words.pgettext("promise", "yes"),
            ScopeState.EXCLUDED: words.pgettext("promise", "no"),
            ScopeState.CONDITIONAL: words.pgettext("promise", "under a condition"),
            ScopeState.UNKNOWN: words.pgettext("promise", "not told"),
        },
        bases={basis: each.name(words) for basis, each in BASES.items()},
        units={
            Unit.MINUTE: words.pgettext("promise", "in minutes"),
            Unit.HOUR: words.pgettext("promise", "in hours"),
        },
        taxes={
            Tax.INCLUDED: words.pgettext("promise", "taxes included"),
            Tax.EXCLUDED: words.pgettext("promise", "taxes added"),
            Tax.UNKNOWN: words.pgettext("promise", "taxes not told"),
        },
        trusts={
            Trust.AUTHORITY: words.pgettext("promise", "authority"),
            Trust.OFFICIAL: words.pgettext("promise", "official"),
            Trust.SECONDARY: words.pgettext("promise", "secondary"),
            Trust.INFERENCE: words.pgettext("promise", "inference"),
        },
        inferred=words.pgettext("promise", "inference"),
        unknown=words.pgettext("promise", "not told"),
    )
