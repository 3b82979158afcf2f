"""Tests of `generator.reporters`."""
