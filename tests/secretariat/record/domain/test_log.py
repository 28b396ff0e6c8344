"""The log: its chain, its order in time, what it refuses, what it forgets."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.errors import BrokenChain
from tansiq.secretariat.record.domain.log import (
    broken_entries,
    digest_of,
    erase_details,
    hash_of,
    head_hash,
    known_now,
    log,
    take_turn,
    verify_chain,
)
from tansiq.secretariat.record.models import ChainHead, EntryDetail, LogEntry

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def write(number, at=NOW, **details):
    return log(code="thing.done", subject="record/thing/x", by=import_actor(), at=at, parameters={"n": number}, details=details)


def test_log_two_entries_chains_second_to_first():
    first, second = write(1), write(2)
    assert (first.seq, first.previous) == (1, "")
    assert (second.seq, second.previous) == (2, first.hash)
    assert head_hash() == second.hash
    assert verify_chain() == 2


def test_log_clock_stepped_back_keeps_the_order_of_time():
    first, second = write(1, NOW), write(2, NOW - timedelta(hours=3))
    assert second.at == first.at + timedelta(microseconds=1)


def test_known_now_is_the_time_of_the_last_entry_and_stays_behind_the_next():
    assert known_now() == datetime(1970, 1, 1, tzinfo=UTC)
    first = write(1)
    assert known_now() == first.at
    assert write(2, NOW - timedelta(days=1)).at > first.at


def test_log_same_instant_gives_distinct_times():
    assert len({write(number).at for number in range(5)}) == 5


def test_log_detail_is_hashed_with_salt_and_not_kept_in_the_entry():
    entry = write(1, because="a reason")
    detail = entry.details.get()
    assert detail.text == "a reason"
    assert entry.digests == {"because": digest_of(detail.salt, "a reason")}
    assert "a reason" not in str(entry.content())


def test_log_empty_detail_is_left_out():
    assert write(1, because="").digests == {}


def test_log_entry_changed_or_deleted_is_refused_by_the_database():
    entry = write(1)
    with pytest.raises(DatabaseError), transaction.atomic():
        LogEntry.objects.filter(pk=entry.pk).update(code="other")
    with pytest.raises(DatabaseError), transaction.atomic():
        LogEntry.objects.filter(pk=entry.pk).delete()
    assert verify_chain() == 1


def test_verify_detail_changed_names_the_entry():
    entry = write(1, because="a reason")
    EntryDetail.objects.filter(entry=entry).update(text="another")
    assert list(broken_entries()) == ["log entry 1 (thing.done): the detail 'because' was changed."]
    with pytest.raises(BrokenChain, match="log entry 1"):
        verify_chain()


def test_verify_last_entries_cut_off_is_found_by_the_head():
    write(1)
    ChainHead.objects.update(seq=2, hash="f" * 64)
    assert list(broken_entries()) == ["log entry 2: missing; the head of the chain points past the last entry."]


def test_erase_details_forgets_the_text_and_keeps_the_chain_whole():
    write(1, because="a person's reason", name="a person's name")
    assert erase_details(subject="record/thing/x", names={"name"}, by=import_actor(), at=NOW) == 1
    kept = dict(EntryDetail.objects.values_list("name", "text"))
    assert kept == {"because": "a person's reason", "name": ""}
    assert EntryDetail.objects.get(name="name").erased_at == NOW
    assert verify_chain() == 2


def test_hash_of_key_order_does_not_matter():
    assert hash_of({"a": 1, "b": "é"}) == hash_of({"b": "é", "a": 1})


def test_take_turn_locks_the_head_of_the_chain_where_the_database_locks_rows():
    write(1)
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        take_turn()
    locking = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"] and "record_chainhead" in query["sql"]]
    assert len(locking) == int(connection.features.has_select_for_update)
