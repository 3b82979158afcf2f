"""Each cell of the published comparison says what the catalogue says."""

from tests.site.test_matrix import *
