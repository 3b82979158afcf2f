"""Every published page has its place in the navigation."""

from tests.site.test_navigation import *
