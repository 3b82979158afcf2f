"""Tests of `generator.linter`."""
