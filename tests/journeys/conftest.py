"""The example of 2017, imported once for all the tests of this folder that only read it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import import_folder

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wgim-2017"
IMPORTED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)
DAY = date(2017, 11, 15)


@pytest.fixture(scope="session")
def imported_example(django_db_setup, django_db_blocker):
    """The example, in the database for the whole session; a test that changes it is rolled back."""
    with django_db_blocker.unblock():
        import_folder(EXAMPLE, by=import_actor, at=IMPORTED)


@pytest.fixture
def example(imported_example, db):
    """The folder of the example, which the record holds."""
    return EXAMPLE
