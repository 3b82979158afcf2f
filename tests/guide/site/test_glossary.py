"""The published glossary has each term once, in its place."""

from tests.site.test_glossary import *
