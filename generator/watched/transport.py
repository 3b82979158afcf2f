"""One request over HTTP, and nothing that it leads to: no redirect is followed here, no error of a server is raised."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from time import monotonic
from typing import Any
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from generator.watched.outcome import NotRead, Why

CHUNK = 65_536

WAIT = 10.0
"""Seconds for the next byte."""

Met = Callable[[str, int], None]
"""LookedAt of the address and port of whoever answers, before anything is sent; raises `NotRead` to turn away."""


@dataclass(frozen=True)
class Reply:
    """What one request was answered with."""

    status: int
    headers: dict[str, str]
    """By their names in small letters; of a header that is sent twice, the first."""
    body: bytes
    cut: bool
    """There was more of it than was asked for."""


def ask(url: str, headers: dict[str, str], most: int, seconds: float, met: Met) -> Reply:
    """Send a GET and read at most so many bytes; raises `NotRead` where nothing sound comes back."""
    ends = monotonic() + seconds
    opener = OpenerDirector()
    # Neither files nor FTP, no redirects, no passwords, no cookies: of all handlers those three alone.
    for handler in (ProxyHandler(), _Http(met), _Https(met)):
        opener.add_handler(handler)
    try:
        with opener.open(Request(url, headers=headers), timeout=min(WAIT, seconds)) as response:
            told = {name.lower(): value for name, value in reversed(response.headers.items())}
            body, cut = _body(response, told.get("content-encoding", ""), most, ends)
            return Reply(response.status, told, body, cut)
    except TimeoutError:
        raise NotRead(Why.TIME) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise NotRead(Why.TIME) from None
        raise NotRead(Why.NETWORK, type(error.reason).__name__) from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotRead(Why.NETWORK, type(error).__name__) from None


def _body(response: HTTPResponse, encoding: str, most: int, ends: float) -> tuple[bytes, bool]:
    """Return the body without its compression, and whether there is more of it."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise NotRead(Why.ENCODING, encoding)
    unpack = _Unpacked(most) if "gzip" in encoding else None
    whole = bytearray()
    sent = 0
    while piece := response.read1(CHUNK):
        sent += len(piece)
        whole += unpack.more(piece, most + 1 - len(whole)) if unpack else piece
        if len(whole) > most or sent > most:
            return bytes(whole[:most]), True
        if monotonic() > ends:
            raise NotRead(Why.TIME)
    # What was cut off on its way would pass for a page that has lost its end.
    if response.length or (unpack and sent and not unpack.ended):
        raise NotRead(Why.NETWORK, "IncompleteRead")
    return bytes(whole), False


class _Unpacked:
    """gzip, undone no further than is wanted: a few bytes can stand for more than any memory."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.stream = zlib.decompressobj(wbits=31)

    @property
    def ended(self) -> bool:
        return self.stream.eof

    def more(self, piece: bytes, room: int) -> bytes:
        """Return what a piece comes to, at most so many bytes; a reader who has that many asks for no more."""
        out = bytearray()
        try:
            while piece and len(out) < room:
                if self.stream.eof:
                    self.stream = zlib.decompressobj(wbits=31)
                out += self.stream.decompress(piece, room - len(out))
                piece = self.stream.unused_data
        except zlib.error:
            raise NotRead(Why.ENCODING, "gzip") from None
        return bytes(out)


def _meeting(plain: type[HTTPConnection], met: Met) -> Callable[..., Any]:
    """Return a connection that says whom it has reached: a name can lead to another address at every look-up."""

    class Meeting(plain):  # type: ignore[misc, valid-type] # either of two, chosen here
        def connect(self) -> None:
            super().connect()
            try:
                met(*self.sock.getpeername()[:2])
            except BaseException:
                self.close()
                raise

    return Meeting


class _Http(HTTPHandler):
    def __init__(self, met: Met) -> None:
        super().__init__()
        self.connection = _meeting(HTTPConnection, met)

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self.connection, req)


class _Https(HTTPSHandler):
    def __init__(self, met: Met) -> None:
        super().__init__()
        self.connection = _meeting(HTTPSConnection, met)

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self.connection, req, context=ssl.create_default_context())
