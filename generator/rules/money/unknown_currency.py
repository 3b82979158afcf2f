"""Three capitals are a currency only if ISO 4217 has them, and an old one buys nothing today."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel.core import get_global

from generator.analysis.traversal import held
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding
from generator.language.suggestion import suggestion


def check(catalogue: Catalogue) -> Iterator[Finding]:
    known = _in_use()
    seen = [*held(catalogue, "currency")]
    # A slip is most likely in a sign that the catalogue uses elsewhere.
    used = tuple(dict.fromkeys(sign for _, sign in seen if sign in known))
    for path, sign in seen:
        if sign not in known:
            yield Finding(
                path, {"seen": sign, "suggestion": suggestion(sign, used) or suggestion(sign, known)}
            )


@cache
def _in_use() -> tuple[str, ...]:
    """Return the currencies that are money somewhere today, those of more countries first."""
    countries: dict[str, int] = {}
    for history in get_global("territory_currencies").values():
        for sign, _, end, tender in history:
            if end is None and tender:
                countries[sign] = countries.get(sign, 0) + 1
    return tuple(sorted(countries, key=lambda sign: (-countries[sign], sign)))
