"""Where each fact comes from: one entry for what is printed alike, its rows in words."""

from datetime import date

import pytest
from django.utils.translation import override

from tansiq.engines.press.tree import DateText, Document, Fact, Name, Paragraph, Stated
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.reporting.domain.telling import sources_of, tell
from tansiq.secretariat.reporting.web.sources import AT_ONCE, COVER, Printings, Sources
from tests.secretariat.reporting.conftest import DAY, LATER


def name(rests_on=("register/organization-name/unicef-en.1",)):
    return Name(of="register/organization/unicef", form="acronym", text="UNICEF", rests_on=rests_on)


def document(*inlines):
    return Document(language="en", title="x", blocks=(Paragraph(id="p1", inlines=inlines), Paragraph(id="p2", inlines=inlines)))


def entries_of(document, rows=None, language="en"):
    return [Sources(rows or {}, Names(DAY, LATER), language).entry(printed) for printed in Printings(document)]


def entries(*inlines):
    return entries_of(document(*inlines))


def told(language):
    found = tell(group="wgim", number=23, as_of=DAY, known_at=LATER, today=date(2026, 11, 25), language="en").document
    with override(language):
        return entries_of(found, sources_of(printed.node for printed in Printings(found)), language)


def test_sources_hold_one_entry_for_what_is_printed_alike():
    found = entries(name(), DateText(edtf="2017", text="2017", rests_on=()))
    assert [(each.printed.id, each.title, each.key, each.printed.block, each.printed.places) for each in found] == [
        ("f-1", "Name of an organization", "register/organization/unicef (acronym)", "p1", 2),
        ("f-2", "Date of the report itself", "EDTF 2017", "p1", 2),
    ]


def test_printings_count_what_is_printed_and_where():
    printings = Printings(document(name(), DateText(edtf="2017", text="2017", rests_on=())))
    assert (len(printings), printings.places, printings.pages) == (2, 4, 1)
    assert printings.of(name()).number == 1


def test_printings_lead_back_to_the_block_of_that_very_node():
    first, second = name(), name()
    blocks = (Paragraph(id="p1", inlines=(first,)), Paragraph(id="p2", inlines=(second,)))
    printings = Printings(Document(language="en", title="x", blocks=blocks))
    assert [printings.block_of(node) for node in (first, second)] == ["p1", "p2"]
    assert printings.of(second).block == "p1"


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (AT_ONCE, 1), (AT_ONCE + 1, 2), (3 * AT_ONCE, 3)])
def test_printings_fill_as_many_pages_as_they_need(count, pages):
    printings = Printings(document(*(DateText(edtf=str(1000 + number), text="x", rests_on=()) for number in range(count))))
    assert printings.pages == pages
    assert [sum(each.page == page for each in printings) for page in range(1, pages + 1)][:-1] == [AT_ONCE] * (pages - 1)


def test_sources_of_facts_printed_alike_do_not_differ_by_their_number():
    def fact(number, value):
        return Fact(
            id=f"f{number}", key="register.member_count", params={"group": "wgim"}, value=value, unit="x", as_of="a", known_at="b",
            text=str(value), rests_on=(),
        )

    found = entries(fact(1, 16), fact(2, 16), fact(3, 17))
    assert [(each.title, each.key, each.printed.node.text, each.printed.places) for each in found] == [
        ("Number of members", "register.member_count (group wgim)", "16", 4),
        ("Number of members", "register.member_count (group wgim)", "17", 2),
    ]


def test_sources_name_rows_that_are_not_there():
    assert [each.missing for each in entries(name(("register/organization-name/lost.1",)))] == [("register/organization-name/lost.1",)]


def test_printings_without_a_document_are_none():
    assert (list(Printings(None)), Printings(None).pages) == ([], 1)


def test_sources_of_the_example_rest_on_rows_told_in_words(example):
    found = {entry.printed.node.text: entry for entry in told("en")}
    members = found["16"]
    assert (members.title, len(members.rows), members.missing) == ("Number of members", 16, ())
    [fao] = [row for row in members.rows if row.row.ref == "register/seat-term/wgim-fao.1"]
    assert fao.kind == "Seat"
    assert [(said.column, said.text) for said in fao.says] == [("seat", "Working Group, FAO"), ("kind", "member")]
    received = found["September 2017".replace(" ", "\u00a0")]
    assert "of" in [said.column for row in received.rows for said in row.says]
    assert all(entry.rows or isinstance(entry.printed.node, DateText) for entry in found.values())


@pytest.mark.parametrize(("language", "title", "seat"), [("fr", "Nombre de membres", "FAO"), ("ar", "عدد الأعضاء", "الفاو")])
def test_sources_stand_in_the_language_of_the_page(example, language, title, seat):
    [members] = [entry for entry in told(language) if entry.printed.node.text == "16"]
    assert members.title == title
    assert any(said.text.endswith(seat) for row in members.rows for said in row.says)


def test_sources_of_a_text_give_it_with_its_language(example):
    found = [entry for entry in told("ar") if isinstance(entry.printed.node, Stated)]
    texts = [said for entry in found for row in entry.rows for said in row.says if said.language]
    assert found
    assert {said.language for said in texts} <= {"ar", "en", "fr"}


def test_sources_on_the_cover_lead_back_to_the_whole_text(example):
    assert next(iter(told("en"))).printed.block == COVER
