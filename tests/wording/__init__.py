"""Tests of `generator.wording`."""
