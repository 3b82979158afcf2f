"""The doors of the home page, told once: what a reader comes for, and the page that is for it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.i18n import N_
from generator.views.context import Context, Link


@dataclass(frozen=True, slots=True)
class Door:
    """What a reader comes for, a sign that says it again, and the page for it: its title, where there is no name."""

    sign: str
    page: str
    text: str
    name: str = ""


DOORS = (
    Door("?", "finder", N_("A few questions, and you know what to ask for."), N_("I need help")),
    Door("$", "costs", N_("Whether it is charged, who pays, and why.")),
    Door("✓", "bill", N_("Check minutes, amount and reason.")),
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
    link = context.page_link(door.page)
    return WayIn(
        door.sign,
        Link(context.gettext(door.name), link.href) if door.name else link,
        context.gettext(door.text),
    )
