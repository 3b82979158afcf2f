"""Fetching as a guest: from a server on this machine, which may be as hostile as servers are."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest

from generator.watched.fetching import Fetcher
from generator.watched.manners import Manners, is_public
from generator.watched.outcome import Fetched, NotRead, Why
from generator.watched.transport import Reply
from tests.watched.server import QUICK, Handler, Server, sending, serving


@pytest.fixture(scope="module")
def one() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(one: Server) -> Server:
    one.pages = {}
    one.asked = []
    return one


def fetch(server: Server, path: str = "/page", manners: Manners = QUICK) -> Fetched:
    return Fetcher(manners).fetch(server.url(path))


def why(server: Server, path: str = "/page", manners: Manners = QUICK) -> Why:
    with pytest.raises(NotRead) as fault:
        fetch(server, path, manners)
    return fault.value.why


def test_a_page(server: Server):
    """A page comes with what tells it from its next version; who asks says who they are, and asks robots.txt first."""
    server.pages["/page"] = sending(200, "<p>text", etag='"1"', last_modified="Sat, 01 Mar 2025 00:00:00 GMT")
    got = fetch(server)
    assert (got.status, got.body, got.etag, got.url) == (200, b"<p>text", '"1"', server.url())
    assert got.last_modified == "Sat, 01 Mar 2025 00:00:00 GMT"
    assert server.paths == ["/robots.txt", "/page"]
    for _, headers in server.asked:
        assert headers["User-Agent"].startswith("guia-sources/")
        assert "If-None-Match" not in headers
        assert "Cookie" not in headers


def test_only_if_it_is_new(server: Server):
    """What was kept of a page is sent along, and a server that knows it sends nothing."""

    def page(handler: Handler) -> None:
        known = handler.headers["If-None-Match"] == 'W/"1"'
        handler.give(304 if known and handler.headers["If-Modified-Since"] else 200, b"")

    server.pages["/page"] = page
    got = Fetcher(QUICK).fetch(server.url(), 'W/"1"', "Sat, 01 Mar 2025 00:00:00 GMT")
    assert got.status == 304
    # What somebody wrote into the file by hand gives no orders to a server.
    Fetcher(QUICK).fetch(server.url(), '"1"\r\nX: y', "x\ny")
    assert "If-None-Match" not in server.asked[-1][1]
    assert "X" not in server.asked[-1][1]


def test_a_server_that_says_unchanged_unasked(server: Server):
    """That nothing has changed is no answer to who has not asked for that."""
    server.pages["/page"] = sending(304)
    assert why(server) is Why.STATUS


@pytest.mark.parametrize("status", [404, 410])
def test_gone(server: Server, status: int):
    """A page that is gone is an answer, not a fault."""
    server.pages["/page"] = sending(status, "<p>sorry")
    assert fetch(server).status == status


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (401, Why.REFUSED),
        (403, Why.REFUSED),
        (429, Why.STATUS),
        (500, Why.STATUS),
        (503, Why.STATUS),
        (204, Why.STATUS),
    ],
)
def test_other_answers(server: Server, status: int, expected: Why):
    """A server that refuses will do so tomorrow; one that has a problem may have none then."""
    server.pages["/page"] = sending(status)
    assert why(server) is expected


def test_robots(server: Server):
    """What robots.txt asks all programs, or this one, not to read is not asked for; it is asked for once a host."""
    server.pages |= {
        "/robots.txt": "User-agent: *\nDisallow: /private\n",
        "/page": "<p>a",
        "/private/x": "<p>b",
    }
    fetcher = Fetcher(QUICK)
    assert fetcher.fetch(server.url()).status == 200
    with pytest.raises(NotRead) as fault:
        fetcher.fetch(server.url("/private/x"))
    assert fault.value.why is Why.ROBOTS
    assert server.paths == ["/robots.txt", "/page"]
    server.pages["/robots.txt"] = "User-agent: guia-sources\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    assert why(server) is Why.ROBOTS
    server.pages["/moved"] = sending(301, location="/private/x")
    server.pages["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
    assert why(server, "/moved") is Why.ROBOTS


def test_robots_that_cannot_be_had(server: Server):
    """Where there is no robots.txt all may be read, and nothing where a server cannot tell; what it says ends."""
    server.pages["/page"] = "<p>a"
    for status, expected in ((500, Why.STATUS), (429, Why.STATUS)):
        server.pages["/robots.txt"] = sending(status)
        assert why(server) is expected
    server.pages["/robots.txt"] = sending(403)
    assert fetch(server).status == 200
    server.pages["/robots.txt"] = sending(200, b"\xff\0" * 400_000)
    assert fetch(server).status == 200
    server.pages["/robots.txt"] = "User-agent: *\nDisallow: //[\n"
    assert why(server) is Why.ROBOTS


def test_a_pause(server: Server):
    """Between two requests to a host there is a pause: ours, or that which robots.txt asks for, up to a limit."""
    server.pages["/page"] = "<p>a"
    fetcher = Fetcher(replace(QUICK, pause=0.1))
    began = time.monotonic()
    fetcher.fetch(server.url())
    assert time.monotonic() - began >= 0.1
    server.pages["/robots.txt"] = "User-agent: *\nCrawl-delay: 1000\n"
    began = time.monotonic()
    Fetcher(replace(QUICK, longest_pause=0.2)).fetch(server.url())
    assert 0.2 <= time.monotonic() - began < 5


def test_redirects(server: Server):
    """A redirect is followed to where the page is, whatever letters its address has; a loop has an end."""
    server.pages["/page"] = sending(302, location="there one?q=ç".encode().decode("latin-1"))
    server.pages["/loop"] = sending(301, location="/loop")
    server.pages["/there%20one?q=%C3%A7"] = "<p>a"
    assert fetch(server).url == server.url("/there%20one?q=%C3%A7")
    assert why(server, "/loop") is Why.REDIRECTS
    assert server.paths.count("/loop") == QUICK.redirects + 1


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "data:text/html,x",
        "javascript:x()",
        "http://user:word@127.0.0.1/",
        "http://[",
        "http://127.0.0.1:99999/",
    ],
)
def test_strange_redirects(server: Server, location: str):
    """A redirect to whatever is no page of the web is not followed."""
    server.pages["/page"] = sending(302, location=location)
    assert why(server) is Why.STRANGE_REDIRECT


def test_led_out_of_what_is_safe():
    """A page that nobody can change on its way does not lead to one that anybody can."""
    replies = iter((Reply(404, {}, b"", False), Reply(302, {"location": "http://a.example/"}, b"", False)))
    with (
        patch("generator.watched.fetching.ask", side_effect=lambda *_: next(replies)),
        pytest.raises(NotRead) as fault,
    ):
        Fetcher(QUICK).fetch("https://a.example/")
    assert (fault.value.why, fault.value.detail) == (Why.STRANGE_REDIRECT, "http://a.example/")


def test_led_into_the_house(server: Server):
    """A server of the internet leads nobody to a machine beside us, which would answer to us alone."""
    with serving() as inside:
        inside.pages["/page"] = "<p>secret"
        server.pages["/page"] = sending(302, location=inside.url())
        outside = Fetcher(QUICK, public=lambda _address, port: port == server.port)
        with pytest.raises(NotRead) as fault:
            outside.fetch(server.url())
        assert fault.value.why is Why.STRANGE_REDIRECT
        assert inside.asked == []
        # Whoever writes down an address of the house means it, even after somebody was led there.
        assert outside.fetch(inside.url()).body == b"<p>secret"


def test_addresses_of_the_internet():
    """Addresses of this machine, of its network and of what serves machines alone are not of the internet."""
    assert is_public("8.8.8.8", 80)
    assert is_public("::ffff:8.8.8.8", 80)
    assert is_public("2001:4860:4860::8888", 80)
    for each in (
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "::ffff:100.64.0.1",
    ):
        assert not is_public(each, 80)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "//a.example/",
        "http://",
        "http://a:b@c.example/",
        "http://[",
        "mailto:a@b.example",
        "http://a..b/",
    ],
)
def test_addresses_that_are_none(url: str):
    """An address that is none of the web is asked for nowhere."""
    with pytest.raises(NotRead) as fault:
        Fetcher(QUICK).fetch(url)
    assert fault.value.why is Why.ADDRESS


def test_nobody_there():
    """A server that is not there is told as one that may be tomorrow."""
    with serving() as server:
        url = server.url()
    with pytest.raises(NotRead) as fault:
        Fetcher(QUICK).fetch(url)
    assert (fault.value.why, fault.value.detail) == (Why.NETWORK, "ConnectionRefusedError")


def test_a_slow_server(server: Server):
    """A server that sends a byte now and then, be it of its headers or of the page, is left after the time it has."""

    def drip(handler: Handler) -> None:
        while not server.closing.wait(0.05):
            handler.wfile.write(b"X: y\r\n")
            handler.wfile.flush()

    def headers(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        drip(handler)

    def body(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        drip(handler)

    def nothing(handler: Handler) -> None:
        server.closing.wait(1)

    server.pages |= {"/page": headers, "/body": body, "/nothing": nothing, "/robots.txt": "User-agent: *\n"}
    for path in ("/page", "/body", "/nothing"):
        began = time.monotonic()
        assert why(server, path, replace(QUICK, seconds=0.2)) is Why.TIME
        assert time.monotonic() - began < 5


def test_an_endless_body(server: Server):
    """A body without end is read as far as the limit, and so is one whose few bytes stand for many."""

    def endless(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not server.closing.is_set():
            handler.wfile.write(b"<p>a" * 10_000)

    bomb = gzip.compress(b"a" * 50_000_000, 9)
    assert len(bomb) < QUICK.most_bytes
    server.pages |= {"/page": endless, "/bomb": sending(200, bomb, content_encoding="gzip")}
    assert why(server) is Why.SIZE
    assert why(server, "/bomb") is Why.SIZE


def test_compression(server: Server):
    """A compressed page is read, in several parts too; one that is cut off, broken or unknown is not."""
    parts = gzip.compress(b"<p>one") + gzip.compress(b"<p>two")
    server.pages |= {
        "/page": sending(200, parts, content_encoding="gzip"),
        "/cut": sending(200, gzip.compress(b"<p>one")[:-9], content_encoding="gzip"),
        "/broken": sending(200, b"no gzip", content_encoding="gzip"),
        "/unknown": sending(200, b"what", content_encoding="br"),
    }
    assert fetch(server).body == b"<p>one<p>two"
    assert why(server, "/cut") is Why.NETWORK
    assert why(server, "/broken") is Why.ENCODING
    assert why(server, "/unknown") is Why.ENCODING


def test_a_page_that_is_cut_off(server: Server):
    """A page of which less comes than was announced would pass for one that lost its end, and is not taken."""

    def short(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>a")

    def no_http(handler: Handler) -> None:
        handler.wfile.write(b"\0\1\2 nonsense\r\n\r\n")

    def chunks(handler: Handler) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        handler.wfile.write(head + b"4\r\n<p>a\r\nzz\r\n")

    def many_headers(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n")

    server.pages |= {"/page": short, "/no": no_http, "/chunks": chunks, "/many": many_headers}
    for path in ("/page", "/no", "/chunks", "/many"):
        assert why(server, path) is Why.NETWORK
