"""No page of the published guide holds what its policy would block, those written by hand included."""

from tests.site.test_markup import *
