"""Actors are found again, never doubled."""

import pytest

from tansiq.secretariat.record.domain.actors import actor_for, import_actor, worker_actor
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Actor

pytestmark = pytest.mark.django_db


def test_actor_asked_twice_is_one_row():
    assert import_actor() == import_actor()
    assert Actor.objects.count() == 1


def test_actor_on_behalf_of_another_organization_is_another_row():
    first, second = worker_actor(on_behalf_of="iom"), worker_actor(on_behalf_of="fao")
    assert (first.slug, second.slug) == ("worker-1", "worker-2")


def test_actor_of_a_reply_link_keeps_the_name_its_user_gave():
    made = actor_for(kind=ActorKind.REPLY_LINK, name="Officer, FAO", on_behalf_of="fao")
    assert (made.name, made.on_behalf_of, made.ref) == ("Officer, FAO", "fao", "record/actor/reply-link-1")
