"""The published page of each modality tells all that the catalogue says of it."""

from tests.site.test_modality import *
