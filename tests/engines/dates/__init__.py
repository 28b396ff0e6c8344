"""Tests of the dates engine. A package, so that its modules may share their names with those of other engines' tests."""
