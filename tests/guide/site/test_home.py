"""The published home page leads to everything, and each page tells its revision."""

from tests.site.test_home import *
