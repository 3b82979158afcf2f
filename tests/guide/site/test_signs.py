"""Each published modality has a sign of its own, and it is the same everywhere."""

from tests.site.test_signs import *
