"""The example of 2017 in the record: imported once a module inside a transaction, so that no other test meets it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import import_folder

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "wgim-2017"
IMPORTED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)
DAY = date(2017, 11, 15)


@pytest.fixture(scope="module")
def imported_example(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """The example, for the tests of one module; rolled back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        import_folder(EXAMPLE, by=import_actor, at=IMPORTED)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def example(imported_example: None, db: None) -> Path:
    """The folder of the example, which the record holds; what the test changes is rolled back."""
    return EXAMPLE
