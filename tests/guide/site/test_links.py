"""No link of the published guide is dead, and each page of it is a sound document."""

from tests.site.test_links import *
