"""Every case of the published guide stands on its page of costs as the catalogue decides it."""

from tests.site.test_costs import *
