"""The published page on which a charge is checked."""

from tests.site.test_bill import *
