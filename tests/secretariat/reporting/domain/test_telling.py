"""A report told, and the rows it rests on."""

from datetime import date, timedelta

import pytest

from tansiq.engines.press.tree import DateText, Document, Fact, Name, Paragraph, Text
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.reporting.domain.telling import record_nodes, references, sources_of, tell
from tests.secretariat.reporting.conftest import DAY, IMPORTED, LATER

TODAY = date(2026, 11, 25)


def told(as_of=DAY, number=23, group="wgim", language="en"):
    return tell(group=group, number=number, as_of=as_of, known_at=LATER, today=TODAY, language=language)


def test_tell_gives_the_report_as_of_the_day_with_every_row_it_rests_on(example):
    found = told()
    assert (found.day, found.usual_day, found.language) == (DAY, date(2017, 11, 19), "en")
    assert found.document.as_of == "2017-11-15"
    nodes = [node for node, _block in record_nodes(found.document)]
    assert set(sources_of(nodes)) == references(found.document)
    assert found.group.long == "Working Group on International Migration in the Arab Region"


def test_tell_and_its_sources_take_two_queries_each(example, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = told()
    with django_assert_num_queries(2):
        assert len(sources_of(node for node, _block in record_nodes(found.document))) > 100


def test_tell_without_a_day_speaks_of_the_day_before_the_session(example):
    found = told(as_of=None)
    assert found.day == date(2017, 11, 19)
    assert found.document.as_of == "2017-11-19"


def test_tell_of_a_session_not_known_on_the_day_has_no_document(example):
    found = told(number=24)
    assert (found.document, found.usual_day) == (None, date(2018, 10, 21))


def test_tell_before_anything_was_recorded_has_no_document_but_names_the_session(example):
    before = IMPORTED - timedelta(days=1)
    found = tell(group="wgim", number=23, as_of=DAY, known_at=before, today=TODAY, language="en")
    assert (found.document, found.session.number, found.usual_day) == (None, 23, date(2017, 11, 19))


@pytest.mark.parametrize(("group", "number"), [("nowhere", 23), ("wgim", 99)])
def test_tell_of_a_group_or_session_that_is_not_there_is_refused(example, group, number):
    with pytest.raises(UnknownReference):
        told(group=group, number=number)


def test_record_nodes_come_with_the_block_they_stand_in():
    name = Name(of="register/group/wgim", form="long", text="Group", rests_on=("a/b/c",))
    fact = Fact(
        id="f1", key="k", params={}, value=1, unit=None, as_of="2017-11-15", known_at="2026-01-01", text="1", rests_on=("a/b/d", "a/b/c")
    )
    day = DateText(edtf="2017", text="2017", rests_on=())
    blocks = (Paragraph(id="p1", inlines=(name, Text(text=" "), fact)), Paragraph(id="p2", inlines=(day,)))
    document = Document(language="en", title="x", blocks=blocks)
    assert list(record_nodes(document)) == [(name, "p1"), (fact, "p1"), (day, "p2")]
    assert references(document) == {"a/b/c", "a/b/d"}
