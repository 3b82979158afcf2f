"""Ways that come back to where they began, among entries that name each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(leads: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Give each circle once, from the entry of it that stands first and back to it; a way to nowhere is none.

    Of circles that share an entry, those are given that a walk in the order of the entries closes.
    """
    done: set[str] = set()
    for start in leads:
        way: list[str] = []
        rest = [iter((start,))]
        while rest:
            name = next(rest[-1], None)
            if name is None:
                rest.pop()
                if way:
                    done.add(way.pop())
            elif name in way:
                yield _from_first((*way[way.index(name) :],), leads)
            elif name not in done:
                way.append(name)
                rest.append(iter(leads.get(name, ())))


def _from_first(circle: tuple[str, ...], leads: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    order = {name: number for number, name in enumerate(leads)}
    begin = min(range(len(circle)), key=lambda number: order[circle[number]])
    turned = circle[begin:] + circle[:begin]
    return (*turned, turned[0])
