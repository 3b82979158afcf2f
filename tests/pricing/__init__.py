"""Tests of `generator.pricing`."""
