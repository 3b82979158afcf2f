"""Whatever stands in the published catalogue is told somewhere."""

from tests.site.test_nothing_lost import *
