"""The world of tests/cast.py as a fixture, and moments to ask of."""

import pytest

from tests.cast import World
from tests.cast import world as build


@pytest.fixture
def world(db) -> World:
    return build()
