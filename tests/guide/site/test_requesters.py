"""Whoever may ask finds what holds for them in the published guide."""

from tests.site.test_requesters import *
