"""What can become of one look at a source, and why it may have come to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Came(Enum):
    """What a look at a source came to."""

    UNCHANGED = "unchanged"
    REORDERED = "reordered"
    CHANGED = "changed"
    FIRST = "first"
    """It was never read before at this address."""
    GONE = "gone"
    UNREADABLE = "unreadable"
    """It will not be read tomorrow either, unless somebody changes something."""
    UNREACHED = "unreached"
    """Another time it may answer."""


class Why(Enum):
    """Why a source could not be read."""

    ADDRESS = "address"
    ROBOTS = "robots"
    REFUSED = "refused"
    STRANGE_REDIRECT = "strange-redirect"
    REDIRECTS = "redirects"
    TYPE = "type"
    ENCODING = "encoding"
    SIZE = "size"
    INTRICATE = "intricate"
    EMPTY = "empty"
    STATUS = "status"
    TIME = "time"
    NETWORK = "network"

    @property
    def lasting(self) -> bool:
        """Tell whether it will be the same tomorrow: a writer can accept that, and look there by hand."""
        return self not in (Why.STATUS, Why.TIME, Why.NETWORK)


@dataclass(frozen=True)
class Fetched:
    """What a server gave: the whole body, decoded from its compression, no text yet."""

    status: int
    """200; or 304, 404, 410, whose body nobody reads."""
    url: str
    """Where it was found in the end."""
    content_type: str = ""
    body: bytes = b""
    etag: str = ""
    last_modified: str = ""


class NotRead(Exception):
    """A source could not be fetched or read."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.detail = detail
        """What a program may know of it: a number of HTTP, a type, an address. Strangers write it."""
