"""The doors of the home page, told once: what a reader comes for, and the page that is for it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.i18n import N_
from generator.routes import ROUTES
from generator.views.context import Context, Link


@dataclass(frozen=True, slots=True)
class Door:
    """What a reader comes for, with a sign that says it again; ``ways`` are pages with an anchor, the first of which
    that the guide has is behind it. Without a name it is called as the page.
    """

    sign: str
    ways: tuple[tuple[str, str], ...]
    text: str
    name: str = ""


DOORS = (
    Door("?", (("finder", ""),), N_("A few questions, and you know what to ask for."), N_("I need help")),
    Door("$", (("costs", ""),), N_("How much, who pays, and why.")),
    Door(
        "✓",
        (("bill", ""), ("costs", "simulator")),
        N_("Check minutes, amount and reason."),
        N_("I was billed"),
    ),
)


@dataclass(frozen=True, slots=True)
class WayIn:
    """A door as it is shown."""

    sign: str
    link: Link
    text: str


def ways_in(context: Context) -> tuple[WayIn, ...]:
    return tuple(_way_in(context, each) for each in DOORS)


def _way_in(context: Context, door: Door) -> WayIn:
    kind, anchor = next(way for way in door.ways if way[0] in ROUTES)
    there = context.whole.words.pgettext("anchor", anchor) if anchor else ""
    name = context.gettext(door.name or ROUTES[kind].title)
    return WayIn(
        door.sign, Link(name, context.href(context.addresses.at(kind), there)), context.gettext(door.text)
    )
