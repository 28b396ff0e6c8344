"""Evidence is kept as received, once, and read back byte for byte."""

from datetime import UTC, datetime

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.evidence import basis_for, keep, path_of, read, step_with_evidence
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models import Basis, Evidence, LogEntry

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LETTER = b"%PDF-1.4 a letter \x00\xff"


def kept(filename="letter.pdf"):
    return keep(content=LETTER, filename=filename, received_on=parse("September 2017"), by=import_actor(), at=NOW)


def test_keep_file_returns_it_byte_for_byte():
    evidence = kept()
    assert read(evidence) == LETTER
    assert (evidence.filename, evidence.media_type, evidence.size) == ("letter.pdf", "application/pdf", len(LETTER))
    assert evidence.received_on == parse("September 2017")
    assert LogEntry.objects.get().parameters == {"sha256": evidence.sha256, "size": len(LETTER)}


def test_keep_same_bytes_twice_is_one_row_and_one_file():
    assert kept("a.pdf") == kept("b.pdf")
    assert Evidence.objects.count() == 1
    assert [path.name for path in path_of(kept().sha256).parent.iterdir()] == [kept().sha256]


def test_keep_filename_with_folders_keeps_the_last_part_only():
    assert kept("../../etc/passwd").filename == "passwd"


def test_basis_named_twice_is_one_row():
    first = basis_for(kind=BasisKind.RESOLUTION, reference="A/RES/72/244", dated=parse("24 December 2017"))
    assert basis_for(kind=BasisKind.RESOLUTION, reference="A/RES/72/244", dated=parse("2017-12-24")) == first
    assert basis_for(kind=BasisKind.RESOLUTION, reference="A/RES/72/244") != first
    assert Basis.objects.count() == 2


def test_step_with_evidence_refused_removes_the_file_that_came_new(settings):
    with pytest.raises(ValueError, match="refused"), step_with_evidence():
        kept()
        raise ValueError("refused")
    assert not Evidence.objects.exists()
    assert list(settings.EVIDENCE.rglob("*")) == []


def test_step_with_evidence_refused_leaves_a_file_that_was_there(settings):
    evidence = kept()
    with pytest.raises(ValueError, match="refused"), step_with_evidence():
        assert kept() == evidence
        raise ValueError("refused")
    assert read(evidence) == LETTER


def test_step_with_evidence_done_keeps_the_file():
    with step_with_evidence():
        evidence = kept()
    assert read(evidence) == LETTER


def test_keep_on_a_disk_that_is_full_leaves_no_draft(settings, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        kept()
    assert list(settings.EVIDENCE.rglob("*")) == []
