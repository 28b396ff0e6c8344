"""Where each fact comes from: one entry for what is printed alike, its rows in words."""

from datetime import date

import pytest
from django.utils.translation import override

from tansiq.engines.press.tree import DateText, Document, Fact, Name, Paragraph, Stated
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.reporting.domain.telling import tell
from tansiq.secretariat.reporting.web.sources import COVER, Sources
from tests.secretariat.reporting.conftest import DAY, LATER


def name(rests_on=("register/organization-name/unicef-en.1",)):
    return Name(of="register/organization/unicef", form="acronym", text="UNICEF", rests_on=rests_on)


def document(*inlines):
    return Document(language="en", title="x", blocks=(Paragraph(id="p1", inlines=inlines), Paragraph(id="p2", inlines=inlines)))


def sources(*inlines):
    return Sources(document(*inlines), {}, Names(DAY, LATER), "en")


def told(language):
    found = tell(group="wgim", number=23, as_of=DAY, known_at=LATER, today=date(2026, 11, 25), language="en")
    with override(language):
        return Sources(found.document, found.rows, Names(DAY, LATER), language)


def test_sources_hold_one_entry_for_what_is_printed_alike():
    found = sources(name(), DateText(edtf="2017", text="2017", rests_on=()))
    assert [(entry.id, entry.title, entry.key, entry.block, entry.places) for entry in found] == [
        ("f-1", "Name of an organization", "register/organization/unicef (acronym)", "p1", 2),
        ("f-2", "Date of the report itself", "EDTF 2017", "p1", 2),
    ]
    assert (len(found), found.printed) == (2, 4)
    assert found.of(name()).number == 1


def test_sources_of_facts_printed_alike_do_not_differ_by_their_number():
    def fact(number, value):
        return Fact(
            id=f"f{number}", key="register.member_count", params={"group": "wgim"}, value=value, unit="x", as_of="a", known_at="b",
            text=str(value), rests_on=(),
        )

    found = sources(fact(1, 16), fact(2, 16), fact(3, 17))
    assert [(entry.title, entry.key, entry.node.text, entry.places) for entry in found] == [
        ("Number of members", "register.member_count (group wgim)", "16", 4),
        ("Number of members", "register.member_count (group wgim)", "17", 2),
    ]


def test_sources_name_rows_that_are_not_there():
    assert [entry.missing for entry in sources(name(("register/organization-name/lost.1",)))] == [("register/organization-name/lost.1",)]


def test_sources_without_a_document_are_none():
    assert list(Sources(None, {}, Names(DAY, LATER), "en")) == []


def test_sources_of_the_example_rest_on_rows_told_in_words(example):
    entries = {entry.node.text: entry for entry in told("en")}
    members = entries["16"]
    assert (members.title, len(members.rows), members.missing) == ("Number of members", 16, ())
    [fao] = [row for row in members.rows if row.row.ref == "register/seat-term/wgim-fao.1"]
    assert fao.kind == "Seat"
    assert [(said.column, said.text) for said in fao.says] == [("seat", "Working Group, FAO"), ("kind", "member")]
    received = entries["September 2017".replace(" ", "\u00a0")]
    assert "of" in [said.column for row in received.rows for said in row.says]
    assert all(entry.rows or isinstance(entry.node, DateText) for entry in entries.values())


@pytest.mark.parametrize(("language", "title", "seat"), [("fr", "Nombre de membres", "FAO"), ("ar", "عدد الأعضاء", "الفاو")])
def test_sources_stand_in_the_language_of_the_page(example, language, title, seat):
    [members] = [entry for entry in told(language) if entry.node.text == "16"]
    assert members.title == title
    assert any(said.text.endswith(seat) for row in members.rows for said in row.says)


def test_sources_of_a_text_give_it_with_its_language(example):
    entries = [entry for entry in told("ar") if isinstance(entry.node, Stated)]
    texts = [said for entry in entries for row in entry.rows for said in row.says if said.language]
    assert entries
    assert {said.language for said in texts} <= {"ar", "en", "fr"}


def test_sources_on_the_cover_lead_back_to_the_whole_text(example):
    assert next(iter(told("en"))).block == COVER
