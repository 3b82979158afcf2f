"""Whatever a reader answers, the published finder leads to what its catalogue recommends."""

from tests.site.test_finder import *
