"""Matching two texts: the same thing is found in its own block first, then anywhere; what is only on one side is told."""

from tansiq.engines.press.tree import DateText, Document, Fact, FootnoteReference, Heading, Name, Note, Paragraph, Stated, Text
from tansiq.secretariat.reporting.domain.matching import holds, matched, places, says


def fact(text, key="register.member_count", **params):
    return Fact(
        id="f1", key=key, params=params, value=int(text), unit="organizations", as_of="2017-11-15", known_at="2026-01-01", text=text,
        rests_on=(),
    )


def name(of, form="long", text="Food"):
    return Name(of=f"register/organization/{of}", form=form, text=text, rests_on=())


def dated(text, *refs):
    return DateText(edtf="2018-09", text=text, rests_on=refs)


def document(*blocks, notes=()):
    return Document(language="en", title="T", blocks=blocks, notes=notes)


def paragraph(id_, *nodes, number=None):
    return Paragraph(id=id_, inlines=nodes, number=number)


def test_places_know_their_block_and_paragraph_of_footnotes_too(db):
    made = document(
        Heading(id="h", level=1, inlines=(dated("2018"),)),
        paragraph("p", name("fao"), FootnoteReference(note="n"), number=7),
        notes=(Note(id="n", blocks=(paragraph("n-text", fact("16")),)),),
    )
    assert [(place.block, place.paragraph) for place in places(made)] == [("h", None), ("p", 7), ("n-text", 7)]


def test_matched_pairs_by_block_then_anywhere(db):
    old = places(document(paragraph("a", fact("1")), paragraph("b", fact("2"))))
    new = places(document(paragraph("b", fact("3")), paragraph("c", fact("4"))))
    assert [place.node.text for place in matched(old, new).twins] == ["4", "3"]
    assert matched(old, new).added == ()


def test_matched_tells_what_is_gone_and_what_is_added(db):
    old = places(document(paragraph("a", name("fao"), fact("1", group="x"))))
    new = places(document(paragraph("a", name("ilo"), fact("1", group="y"))))
    found = matched(old, new)
    assert found.twins == (None, None)
    assert [place.node for place in found.added] == [place.node for place in new]


def test_matched_dates_by_what_they_rest_on_whatever_version(db):
    term = "programme/step-expectation"
    old = places(document(paragraph("a", dated("September", f"{term}/conference.1"))))
    new = places(document(paragraph("a", dated("May", f"{term}/other.1"), dated("December", f"{term}/conference.2"))))
    assert matched(old, new).twins[0].node.text == "December"


def test_holds_a_name_in_another_form_is_only_told_elsewhere(db):
    [long], [short] = places(document(paragraph("a", name("fao")))), places(document(paragraph("b", name("fao", "acronym", "FAO"))))
    assert matched([long], [short]).twins == (short,)
    assert holds(long, short)
    [other] = places(document(paragraph("a", name("fao", text="Feed"))))
    assert not holds(long, other)


def test_says_value_and_text_never_the_rows():
    assert says(dated("May", "a/b/c.1")) == says(dated("May", "a/b/c.2"))
    assert says(fact("16")) != says(fact("17"))
    stated = Stated(of="a/b/c", field="title", language="en", text="May", rests_on=())
    assert says(stated) != says(Stated(of="a/b/c", field="title", language="fr", text="May", rests_on=()))
    assert Text(text="May").text == stated.text
