"""Each part of the published guide gathers its modalities, and no others."""

from tests.site.test_groups import *
