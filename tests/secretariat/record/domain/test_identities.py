"""Identities are made once, by a slug that is one, and logged."""

from datetime import UTC, datetime

import pytest

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.errors import SlugTaken, Unusable
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.models import Group

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def test_make_new_slug_is_saved_and_logged():
    group = make(identity=Group(slug="wgim"), by=import_actor(), at=NOW)
    assert Group.objects.get() == group
    assert [(entry.code, entry.subject) for entry in LogEntry.objects.all()] == [("identity.made", "register/group/wgim")]


def test_make_slug_of_another_is_refused():
    make(identity=Group(slug="wgim"), by=import_actor(), at=NOW)
    with pytest.raises(SlugTaken, match="register/group/wgim is there already; give the new one a slug of its own"):
        make(identity=Group(slug="wgim"), by=import_actor(), at=NOW)
    assert LogEntry.objects.count() == 1


def test_make_text_that_is_no_slug_is_refused():
    with pytest.raises(Unusable, match=r"register/group/WG IM: slug: A slug is lower-case letters"):
        make(identity=Group(slug="WG IM"), by=import_actor(), at=NOW)
    assert Group.objects.count() == 0
