"""How a stranger's server is asked: who asks, how often, how long it may take and how much it may send."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TypeVar

from generator import __version__
from generator.watched.outcome import NotRead, Why

NAME = "guia-sources"
"""By which a robots.txt can speak to this tool alone."""

USER_AGENT = f"{NAME}/{__version__} (relationship-guide; compares a page that is cited with what it was)"

Given = TypeVar("Given")


@dataclass(frozen=True)
class Manners:
    """Limits of one run."""

    seconds: float = 30.0
    """For one request, whatever the server does in it."""
    pause: float = 1.0
    """Seconds between two requests to the same host."""
    longest_pause: float = 20.0
    """Seconds; what a robots.txt asks for beyond them is not granted, as a workflow would not end."""
    most_bytes: int = 3_000_000
    """Of a body, compressed or not."""
    redirects: int = 5


MANNERS = Manners()


def is_public(address: str, port: int) -> bool:  # noqa: ARG001 - servers of a test differ by their port alone
    """Tell whether an address is one of the internet: not this machine's, nor of the network that it stands in."""
    number = ip_address(address.partition("%")[0])
    return (getattr(number, "ipv4_mapped", None) or number).is_global


def within(seconds: float, work: Callable[[], Given]) -> Given:
    """Return what some work gives; raises `NotRead` where it takes longer, even where it hangs in the system.

    A limit for each wait on a socket would not do: who sends a byte now and then would hold us for days.
    """
    given: list[Given] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as error:
            raised.append(error)

    # What is left to itself ends with its socket, or with the process.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    if not given:
        raise NotRead(Why.TIME)
    return given[0]
