"""The published summary tells what the catalogue says."""

from tests.site.test_summary import *
