"""Whatever the published guide says of the service rests on facts, and is marked where it is inferred."""

from tests.site.test_marks import *
