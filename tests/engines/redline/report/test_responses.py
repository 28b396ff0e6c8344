"""The response to each agency: its rows and the answers, nobody's name, nothing that is only proposed."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.report.decisions import BulkRule, Decision, Disposition, Status
from tansiq.engines.redline.report.responses import answer, responses
from tansiq.engines.redline.report.rulings import rulings
from tests.engines.redline.report.ledgers import full


def rows_of(source: bytes) -> list[list[list[str]]]:
    made = read_package(source, name="r.docx")
    return [
        [[said(paragraph) for paragraph in cell.iter(w("p"))] for cell in row.iter(w("tc"))] for row in made.peek(made.main).iter(w("tr"))
    ]


def said(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(w("t")))


def test_responses_are_one_for_each_agency_with_the_rows_it_has_a_part_in():
    found = responses(full(), rulings(full(), []))
    assert list(found) == ["ESCWA", "FAO", "IOM", "UNDP", "WHO"]
    numbers = {agency: [row[0][0] for row in rows_of(file)[1:]] for agency, file in found.items()}
    # FAO replied in a thread of UNDP; WHO proposed the same as FAO.
    assert numbers == {"ESCWA": ["7", "8"], "FAO": ["4", "5", "6"], "IOM": ["2", "9"], "UNDP": ["3", "4", "10"], "WHO": ["1", "6"]}


def test_responses_say_what_was_proposed_and_what_became_of_it():
    given = [Disposition("e4", Decision.ACCEPTED_WITH_MODIFICATION, "the foremost", "Thank you.")]
    found = responses(full(), rulings(full(), given), pages={3: 2})
    assert rows_of(found["IOM"])[1] == [
        ["2"], ["I. Introduction", "Page 2", "Para. 3"],
        ["Replacement", "Current text", "major", "Proposed text", "=first,", 'and "foremost"'],
        ["Accepted with a modification.", "Text as agreed: the foremost", "Thank you."],
    ]
    assert rows_of(found["UNDP"])[1][3] == ["Not accepted: another proposal on the same text was accepted."]
    assert rows_of(found["WHO"])[2][2][-1] == "Same proposal: FAO"
    assert rows_of(found["WHO"])[2][3] == ["Undecided"]


def test_responses_follow_bulk_rules():
    found = responses(full(), rulings(full(), [], [BulkRule(Decision.ACCEPTED, "ESCWA", response="Done.")]), language="fr")
    assert [row[3] for row in rows_of(found["ESCWA"])[1:]] == [["Accepté.", "Done."]] * 2


def test_responses_name_no_person():
    for language in ("en", "ar", "fr"):
        assert "Reviewer" not in str([rows_of(file) for file in responses(full(), rulings(full(), []), language=language).values()])


@pytest.mark.parametrize(("disposition", "language", "told"), [
    (Disposition("r"), "en", ""), (Disposition("r", response="Soon."), "en", "Soon."),
    (Disposition("r", Decision.REJECTED), "fr", "Non retenu."),
    (Disposition("r", Decision.NOTED, response="شكراً"), "ar", "أُحيط علماً به.\nشكراً"),
    (Disposition("r", Decision.REJECTED, response="No.", status=Status.PROPOSED), "en", ""),
    (Disposition("r", Decision.PARTLY_ACCEPTED, final_text="x"), "en", "Accepted in part.\nText as agreed: x"),
    (Disposition("r", Decision.REJECTED, final_text="x"), "en", "Not accepted."),
])
def test_answer_tells_what_is_decided_only(disposition: Disposition, language: str, told: str):
    assert answer(disposition, language=language) == told
