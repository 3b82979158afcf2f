"""Whatever the published catalogue leaves open is asked."""

from tests.site.test_open_questions import *
