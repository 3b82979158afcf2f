"""Lists of what people type into the search, and where each leads: read here for every test that holds one.

A line is a query, a bar, and the addresses of which one must stand first: a page, or just a part of it. Behind a second
bar stand pages that must be among the first three as well. `-` is for what finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

NOTHING = "-"
FEW = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed; any of ``first`` may stand first, and all of ``also`` are among the first few pages."""

    text: str
    first: tuple[str, ...]
    also: tuple[str, ...] = ()

    def is_met(self, found: Sequence[str]) -> bool:
        """Tell whether a search that found these addresses, in their order, led where it must."""
        top = found[0] if found else NOTHING
        pages = list(dict.fromkeys(_page(address) for address in found))[:FEW]
        return any((top if "#" in each else _page(top)) == each for each in self.first) and {*self.also} <= {
            *pages
        }

    def told(self, found: Sequence[str]) -> str:
        """Say what is wanted, and what was found instead."""
        wanted = " ou ".join(self.first) + "".join(f", e {each} entre as primeiras" for each in self.also)
        return f"“{self.text}” deveria levar a {wanted}; leva a {', '.join(found[:FEW]) or 'nada'}"


def read(path: Path) -> list[Query]:
    """Read a list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.strip() and not line.startswith("#")]
    return [Query(row[0].strip(), *(tuple(cell.split()) for cell in row[1:])) for row in rows]


def astray(queries: Iterable[Query], found: Iterable[Sequence[str]]) -> list[str]:
    """Say of each query that was not met what it found."""
    pairs = zip(queries, found, strict=True)
    return [query.told(addresses) for query, addresses in pairs if not query.is_met(addresses)]


def _page(address: str) -> str:
    return address.partition("#")[0]
