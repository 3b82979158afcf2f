"""A page, fetched as a guest comes: who asks first, not too often, for what is new, and minds where it is led."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass
from urllib.robotparser import RobotFileParser

from generator.watched.manners import MANNERS, NAME, USER_AGENT, Manners, is_public, within
from generator.watched.outcome import Fetched, NotRead, Why
from generator.watched.transport import Reply, ask

MOST_OF_ROBOTS = 512_000
"""Bytes of a robots.txt that are read, as RFC 9309 asks for at least; what is beyond says nothing."""

OK, NOT_MODIFIED = 200, 304
GONE = (404, 410)
REDIRECTS = (301, 302, 303, 307, 308)
REFUSALS = (401, 403, 407, 451)

_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,200}"')
_MODIFIED = re.compile(r"[A-Za-z0-9 ,:+-]{1,40}")


class _Place(NamedTuple):
    """An address to ask, taken apart."""

    url: str
    scheme: str
    host: str
    """With its port: what a robots.txt speaks for, and what a pause is kept for."""
    name: str


class _Guest:
    """What one look has met on its way: from the internet it does not let itself be led into a house."""

    def __init__(self, public: Callable[[str, int], bool]) -> None:
        self.public = public
        self.came_from_public = False

    def met(self, address: str, port: int) -> None:
        is_open = self.public(address, port)
        if self.came_from_public and not is_open:
            raise NotRead(Why.STRANGE_REDIRECT, address)
        self.came_from_public = self.came_from_public or is_open


class Fetcher:
    """Fetches one page after the other; what a host has said of itself is asked for once."""

    def __init__(self, manners: Manners = MANNERS, public: Callable[[str, int], bool] = is_public) -> None:
        self.manners = manners
        self.public = public
        self._robots: dict[tuple[str, str], RobotFileParser | NotRead] = {}
        self._asked: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    def fetch(self, url: str, etag: str = "", last_modified: str = "") -> Fetched:
        """Return what is at an address, or that it is what it was (304), or gone (404, 410); raises `NotRead`."""
        headers = {"Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"}
        if _ETAG.fullmatch(etag):
            headers["If-None-Match"] = etag
        if _MODIFIED.fullmatch(last_modified):
            headers["If-Modified-Since"] = last_modified
        conditional = len(headers) > 1
        guest = _Guest(self.public)
        place, reply = self._followed(_placed(url), headers, self.manners.most_bytes, guest)
        told = reply.headers
        if reply.status == NOT_MODIFIED and conditional:
            return Fetched(NOT_MODIFIED, place.url)
        if reply.status in GONE:
            return Fetched(reply.status, place.url)
        if reply.status in REFUSALS:
            raise NotRead(Why.REFUSED, str(reply.status))
        if reply.status != OK:
            raise NotRead(Why.STATUS, str(reply.status))
        if reply.cut:
            raise NotRead(Why.SIZE)
        kept, modified = told.get("etag", ""), told.get("last-modified", "")
        return Fetched(
            OK,
            place.url,
            told.get("content-type", ""),
            reply.body,
            kept if _ETAG.fullmatch(kept) else "",
            modified if _MODIFIED.fullmatch(modified) else "",
        )

    def _followed(
        self, place: _Place, headers: dict[str, str], most: int, guest: _Guest, robots: bool = True
    ) -> tuple[_Place, Reply]:
        """Ask at an address and wherever it sends us, as far as a guest goes; at each host, whether that may be."""
        for _ in range(self.manners.redirects + 1):
            if robots and not self._may(place, guest):
                raise NotRead(Why.ROBOTS)
            reply = self._asked_at(place, headers, most, guest)
            if reply.status not in REDIRECTS or "location" not in reply.headers:
                return place, reply
            place = _led(place, reply.headers["location"])
        raise NotRead(Why.REDIRECTS)

    def _asked_at(self, place: _Place, headers: dict[str, str], most: int, guest: _Guest) -> Reply:
        if (last := self._asked.get(place.host)) is not None:
            pause = max(self.manners.pause, self._pauses.get(place.host, 0.0))
            time.sleep(max(0.0, last + pause - time.monotonic()))
        sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
        # A proxy is whom this house has chosen, and it knows which ways it opens.
        proxied = place.scheme in getproxies() and not proxy_bypass(place.name)
        met = (lambda _address, _port: None) if proxied else guest.met
        seconds = self.manners.seconds
        try:
            return within(seconds, lambda: ask(place.url, sent, most, seconds, met))
        finally:
            self._asked[place.host] = time.monotonic()

    def _may(self, place: _Place, guest: _Guest) -> bool:
        """Ask the robots.txt of a host; raises `NotRead` where that may not be read for now (RFC 9309)."""
        known = (place.scheme, place.host)
        if known not in self._robots:
            try:
                self._robots[known] = self._robots_of(place, guest)
            except NotRead as fault:
                if fault.why is Why.STRANGE_REDIRECT:
                    raise  # so it is for who came this way, and not for others
                self._robots[known] = fault
        found = self._robots[known]
        if isinstance(found, NotRead):
            raise NotRead(found.why, found.detail)
        return found.can_fetch(NAME, place.url)

    def _robots_of(self, place: _Place, guest: _Guest) -> RobotFileParser:
        at = _placed(f"{place.scheme}://{place.host}/robots.txt")
        _, reply = self._followed(at, {}, MOST_OF_ROBOTS, guest, robots=False)
        robots = RobotFileParser()
        if reply.status >= 500 or reply.status == 429:
            raise NotRead(Why.STATUS, f"robots.txt: {reply.status}")
        told = reply.body.decode("utf-8", "replace") if reply.status == OK else ""
        try:
            robots.parse(told.splitlines())
        except ValueError:
            raise NotRead(Why.ROBOTS) from None
        wait = robots.crawl_delay(NAME)
        self._pauses[place.host] = min(float(wait or 0), self.manners.longest_pause)
        return robots


def _placed(url: str) -> _Place:
    """Take an address apart; raises `NotRead` where it is none of the web, or carries a password."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port is not None else ""
        name = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise NotRead(Why.ADDRESS) from None
    if parts.scheme not in ("http", "https") or not name or "@" in parts.netloc:
        raise NotRead(Why.ADDRESS)
    host = f"[{name}]{port}" if ":" in name else f"{name}{port}"
    # Letters that an address cannot have are written as browsers write them; what is already so stays.
    path, query = (quote(each, safe="%/:=&?~+!$,;'@()*[]-._") for each in (parts.path or "/", parts.query))
    return _Place(urlunsplit((parts.scheme, host, path, query, "")), parts.scheme, host, name)


def _led(place: _Place, location: str) -> _Place:
    """Return where a redirect leads; raises `NotRead` where that is no place of the web, or less safe than this one."""
    try:
        # A header comes as Latin letters, whatever its bytes are.
        to = _placed(urljoin(place.url, location.encode("latin-1").decode("utf-8", "replace")))
    except (ValueError, NotRead):
        raise NotRead(Why.STRANGE_REDIRECT) from None
    if place.scheme == "https" and to.scheme == "http":
        raise NotRead(Why.STRANGE_REDIRECT, to.url)
    return to
