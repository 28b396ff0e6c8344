"""The world of tests/cast.py with the hand that records, and the example of 2017 for tests that only read it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import import_folder
from tests.cast import World
from tests.cast import world as build
from tests.clients import (
    co_chair_client,
    contact_client,
    ground,
    mechanism_client,
    newcomer_client,
    officer_client,
    outsider_client,
    stranger_client,
)

__all__ = [
    "co_chair_client",
    "contact_client",
    "ground",
    "mechanism_client",
    "newcomer_client",
    "officer_client",
    "outsider_client",
    "stranger_client",
]

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wgim-2017"
IMPORTED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def world(db) -> World:
    return build()


@pytest.fixture
def hand(world):
    """The secretariat's officer, and a moment of recording."""
    return {"by": world.cast.officer, "at": world.clock()}


@pytest.fixture
def group(world):
    return world.group


@pytest.fixture
def escwa(world):
    return world.organizations["escwa"]


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker):
    """The example, imported once for the tests of a module and taken out of the database after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        import_folder(EXAMPLE, by=import_actor, at=IMPORTED)
        yield EXAMPLE
        transaction.set_rollback(True)
