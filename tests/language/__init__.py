"""Tests of `generator.language`."""
