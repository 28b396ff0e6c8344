"""Freezing: all is kept or nothing, nothing kept is ever changed, and what comes out is what went in."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tansiq.engines.press.writers.docx import pages
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.evidence import path_of
from tansiq.secretariat.record.domain.log import head_hash, log, verify_chain
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.errors import ChangedMeanwhile, FileLost, FreezeRefused, NotComposable, ReasonMissing
from tansiq.secretariat.reporting.domain.freezing import (
    content_of,
    document_of,
    freeze,
    frozen_report,
    frozen_reports,
    reason_of,
    tree_hash,
)
from tansiq.secretariat.reporting.domain.rendering import WRITERS, Writer
from tansiq.secretariat.reporting.models import FrozenFile, FrozenReport
from tests.example import DAY, LATER


def frozen(because="", **changed):
    asked = {"group": "wgim", "session": 23, "as_of": DAY, "known_at": None, "language": "en", "by": import_actor(), "at": LATER}
    return freeze(**asked | changed, because=because)


def test_freeze_keeps_tree_files_day_moment_and_head_of_the_log(example):
    head = head_hash()
    report = frozen(because="  For the session.  ")
    assert (report.slug, report.number, report.as_of, report.known_at) == ("wgim-23-en-2017-11-15-1", 1, DAY, LATER)
    assert report.head == head
    assert document_of(report) == compose(group="wgim", session=23, as_of=DAY, known_at=LATER, language="en")
    assert reason_of(report) == "For the session."
    kept = {file.format: file for file in report.files.all()}
    assert {form: kept[form].media_type for form in kept} == {form: writer.media_type for form, writer in WRITERS.items()}
    for file in kept.values():
        content = content_of(file)
        assert len(content) == file.size > 1000
        assert path_of(file.sha256).read_bytes() == content


def test_freeze_logs_the_hashes_of_tree_and_files_and_the_head(example):
    report = frozen()
    entry = LogEntry.objects.get(code="report.frozen")
    assert entry.subject == report.ref
    assert entry.parameters == {
        "head": report.head, "as_of": "2017-11-15", "known_at": LATER.isoformat(), "tree": tree_hash(document_of(report)),
        "files": {file.format: file.sha256 for file in report.files.all()},
    }
    assert report.entry == entry
    assert verify_chain() == LogEntry.objects.count()


def test_freeze_again_needs_a_reason_and_is_numbered(example):
    frozen()
    with pytest.raises(ReasonMissing, match="frozen already"):
        frozen(at=LATER + timedelta(days=1))
    with pytest.raises(ReasonMissing):
        frozen(because="   ")
    assert frozen(because="The mechanism asked for a new copy.").slug == "wgim-23-en-2017-11-15-2"
    assert frozen(as_of=date(2017, 11, 14)).number == 1


@pytest.mark.parametrize(("changed", "error"), [
    ({"group": "nowhere"}, NotComposable),
    ({"session": 99}, NotComposable),
    ({"as_of": date(2026, 2, 2)}, FreezeRefused),
    ({"known_at": LATER + timedelta(seconds=1)}, FreezeRefused),
    ({"known_at": LATER - timedelta(days=999)}, NotComposable),
])
def test_freeze_that_cannot_be_is_refused_and_leaves_nothing(example, changed, error):
    entries = LogEntry.objects.count()
    with pytest.raises(error):
        frozen(**changed)
    assert (FrozenReport.objects.count(), FrozenFile.objects.count(), LogEntry.objects.count()) == (0, 0, entries)


def test_freeze_by_an_organization_is_refused(example):
    with pytest.raises(FreezeRefused, match="only the secretariat"):
        frozen(by=import_actor(on_behalf_of="iom"))


def test_freeze_with_a_writer_that_fails_leaves_nothing(example, monkeypatch):
    def fails(_document):
        raise OSError("the disk is full")

    monkeypatch.setitem(WRITERS, "html", Writer("text/html", fails))
    entries = LogEntry.objects.count()
    with pytest.raises(OSError, match="disk is full"):
        frozen()
    assert (FrozenReport.objects.count(), LogEntry.objects.count()) == (0, entries)


def test_freeze_while_something_is_recorded_is_refused(example, monkeypatch):
    def records(document):
        log(code="term.begun", subject="register/seat-term/wgim-fao", by=import_actor(), at=LATER - timedelta(hours=1))
        return b"<!doctype html>"

    monkeypatch.setitem(WRITERS, "html", Writer("text/html", records))
    with pytest.raises(ChangedMeanwhile):
        frozen()
    assert FrozenReport.objects.count() == 0


def test_frozen_rows_are_never_changed_or_deleted(example):
    report = frozen()
    for change in (
        lambda: FrozenReport.objects.filter(pk=report.pk).update(number=9),
        lambda: FrozenReport.objects.filter(pk=report.pk).delete(),
        lambda: FrozenFile.objects.filter(report=report).update(size=0),
        lambda: FrozenFile.objects.filter(report=report).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_content_stays_the_same_when_the_writers_change(example, monkeypatch):
    report = frozen()
    before = {file.format: content_of(file) for file in report.files.all()}
    assert WRITERS["docx"].write(document_of(report)) == before["docx"]
    monkeypatch.setattr(pages, "MARGIN", "2000")
    assert WRITERS["docx"].write(document_of(report)) != before["docx"]
    assert {file.format: content_of(file) for file in frozen_report(group="wgim", slug=report.slug).files.all()} == before


def test_content_that_was_tampered_with_is_not_given_out(example):
    file = frozen().files.get(format="html")
    path_of(file.sha256).write_bytes(b"another report")
    with pytest.raises(FileLost, match="bring"):
        content_of(file)
    path_of(file.sha256).unlink()
    with pytest.raises(FileLost):
        content_of(file)


def test_frozen_report_of_another_group_is_not_found(example):
    report = frozen()
    with pytest.raises(UnknownReference):
        frozen_report(group="other", slug=report.slug)


def test_frozen_reports_newest_first_without_their_trees(example, django_assert_num_queries):
    first = frozen()
    second = frozen(as_of=date(2017, 11, 16), at=LATER + timedelta(days=1))
    with django_assert_num_queries(2):
        listed = frozen_reports(["wgim"])
        assert [[file.format for file in each.files.all()] for each in listed] == [["docx", "pdf", "html"]] * 2
    assert listed == [second, first]
    assert frozen_reports(["other"]) == []
