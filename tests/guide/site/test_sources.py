"""Each published fact stands with its source and with all that rests on it."""

from tests.site.test_sources import *
