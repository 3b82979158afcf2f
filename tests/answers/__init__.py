"""Tests of `generator.answers`."""
