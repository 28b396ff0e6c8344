"""Random documents with changes of all kinds nested at random: the text that is left is what a rule of two lines says.

A run stays when no change around it, its cell or its row takes it away; joining paragraphs never changes the text as a whole.
"""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import Decision, accept_all, reject_all, revisions, settle
from tests.conftest import CAMPAIGN
from tests.engines.ooxml.revisions.written import body_texts, canonical, p, package_of

EXAMPLES = 400 if CAMPAIGN else 40
AUTHORS = ("Reviewer 1", "Reviewer 2", "Reviewer 3")
GOES_WHEN = {"ins": Decision.REJECT, "moveTo": Decision.REJECT, "del": Decision.ACCEPT, "moveFrom": Decision.ACCEPT,
             "cellIns": Decision.REJECT, "cellDel": Decision.ACCEPT}


@dataclass(frozen=True)
class Mark:
    """A change: its element and who made it."""

    name: str
    author: str

    def written(self, inner=""):
        return f'<w:{self.name} w:id="1" w:author="{self.author}">{inner}</w:{self.name}>'


@dataclass(frozen=True)
class Piece:
    """XML, and the runs in it: each text with the changes around it."""

    xml: str
    runs: tuple[tuple[str, tuple[Mark, ...]], ...]

    def within(self, mark, xml):
        return Piece(xml, tuple((text, (mark, *marks)) for text, marks in self.runs) if mark else self.runs)


def joined(pieces, around="{}"):
    return Piece(around.format("".join(each.xml for each in pieces)), tuple(run for each in pieces for run in each.runs))


def marks(*names):
    return st.builds(Mark, st.sampled_from(names), st.sampled_from(AUTHORS))


@st.composite
def run_content(draw, depth=2):
    if depth and draw(st.booleans()):
        mark = draw(marks("ins", "del", "moveFrom", "moveTo"))
        inner = joined(draw(st.lists(run_content(depth - 1), max_size=2)))
        return inner.within(mark, mark.written(inner.xml))
    text = draw(st.sampled_from(["a", "b ", "ج", "d"]))
    if draw(st.booleans()):
        return Piece(f'<w:hyperlink><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink>', ((text, ()),))
    return Piece(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>', ((text, ()),))


@st.composite
def paragraph(draw):
    inner = joined(draw(st.lists(run_content(), max_size=3)))
    mark = "".join(each.written() for each in draw(st.lists(marks("ins", "del", "moveFrom", "moveTo"), max_size=2)))
    return Piece(p(inner.xml, mark=mark), inner.runs)


@st.composite
def cell(draw, depth):
    inner = joined([*draw(st.lists(block(depth - 1), max_size=2)), draw(paragraph())])
    mark = draw(st.none() | st.none() | marks("cellIns", "cellDel"))
    properties = f"<w:tcPr>{mark.written()}</w:tcPr>" if mark else ""
    return inner.within(mark, f"<w:tc>{properties}{inner.xml}</w:tc>")


@st.composite
def row(draw, depth):
    inner = joined(draw(st.lists(cell(depth), min_size=1, max_size=2)))
    mark = draw(st.none() | marks("ins", "del"))
    properties = f"<w:trPr>{mark.written()}</w:trPr>" if mark else ""
    return inner.within(mark, f"<w:tr>{properties}{inner.xml}</w:tr>")


def table(depth):
    rows = st.lists(row(depth), min_size=1, max_size=3)
    return rows.map(lambda found: joined(found, "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"))


def control(depth):
    return st.lists(block(depth - 1), min_size=1, max_size=2).map(
        lambda found: joined([*found, Piece(p(), ())], "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
    )


def block(depth=2):
    return st.one_of(paragraph(), paragraph(), table(depth), control(depth)) if depth > 0 else paragraph()


DOCUMENTS = st.lists(block(), min_size=1, max_size=4).map(joined)


def expected(piece, decide):
    """The text that is left."""
    return "".join(text for text, around in piece.runs if not any(decide(mark.author) is GOES_WHEN[mark.name] for mark in around))


def check_shape(package):
    """Nothing that Word would mend: cells end with a paragraph, rows have cells, tables have rows, no set of properties is empty."""
    root = package.xml(package.main)
    assert all(cell[-1].tag == w("p") for cell in root.iter(w("tc")))
    assert all(row.find(w("tc")) is not None for row in root.iter(w("tr")))
    assert all(table.find(w("tr")) is not None for table in root.iter(w("tbl")))
    assert not [each for each in root.iter(w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("hyperlink"), w("ins"), w("del")) if not len(each)]


@settings(max_examples=EXAMPLES)
@given(DOCUMENTS)
def test_settle_all_leaves_the_text_that_stays_and_a_whole_document(document):
    for settle_fully, decision in ((accept_all, Decision.ACCEPT), (reject_all, Decision.REJECT)):
        package = package_of(document.xml, p())
        settle_fully(package)
        assert "".join(body_texts(package)) == expected(document, lambda author, decision=decision: decision)
        assert revisions(package) == []
        check_shape(package)


@settings(max_examples=EXAMPLES)
@given(DOCUMENTS, st.fixed_dictionaries({author: st.sampled_from([Decision.ACCEPT, Decision.REJECT]) for author in AUTHORS}))
def test_settle_author_by_author_leaves_the_text_of_settling_at_once(document, decisions):
    at_once, by_turns = package_of(document.xml, p()), package_of(document.xml, p())
    before = canonical(by_turns.xml(by_turns.main))
    settle(by_turns, lambda revision: Decision.KEEP)
    assert canonical(by_turns.xml(by_turns.main)) == before
    settle(at_once, lambda revision: decisions[revision.author])
    for turn in AUTHORS:
        settle(by_turns, lambda revision, turn=turn: decisions[turn] if revision.author == turn else Decision.KEEP)
    assert "".join(body_texts(by_turns)) == "".join(body_texts(at_once)) == expected(document, lambda author: decisions[author])
    assert revisions(by_turns) == []
