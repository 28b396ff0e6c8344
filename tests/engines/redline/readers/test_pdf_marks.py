"""PDFs damaged or made to do harm: refused in one line or read, in time; and the dates of PDFs."""

import random
import time
import zlib

import pytest

from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.glyphs import Box
from tansiq.engines.redline.readers.pdf_marks import LARGEST, iso_date, read_marks
from tests.engines.redline.readers.reviewed_pdfs import Reviewed


@pytest.fixture(scope="module")
def good():
    reviewed = Reviewed(["one two three"], ["four five six"])
    first = reviewed.mark(1, "highlight", "one two", text="Why?")
    reviewed.reply(1, first, "Because.")
    reviewed.caret(2, "five", text="new")
    return reviewed.save()


def test_read_marks_gives_what_where_who_when(good):
    marked = read_marks(good, name="WHO")
    highlight, reply, caret = marked.marks
    assert [(mark.key, mark.kind, mark.text) for mark in marked.marks] == [
        ("page 1, 1", "Highlight", "Why?"), ("page 1, 2", "Text", "Because."), ("page 2, 1", "Caret", "new"),
    ]
    assert (reply.answers, highlight.answers, caret.page) == (highlight.key, None, 2)
    assert (highlight.person, highlight.date) == ("Reviewer A", "2018-03-12T10:15:00+02:00")
    assert isinstance(highlight.boxes[0], Box)
    assert sorted(marked.glyphs) == [1, 2]


@pytest.mark.parametrize(("written", "iso"), [
    ("D:20180312101500+02'00'", "2018-03-12T10:15:00+02:00"), ("D:20180312101500-0330", "2018-03-12T10:15:00-03:30"),
    ("D:20180312101500Z", "2018-03-12T10:15:00Z"), ("20180312", "2018-03-12T00:00:00Z"), ("D:2018", "2018-01-01T00:00:00Z"),
    ("D:20180312101500+02", "2018-03-12T10:15:00+02:00"), ("D:20181399", ""), ("yesterday", ""), ("", ""),
])
def test_iso_date_of_a_pdf_date(written, iso):
    assert iso_date(written) == iso


def written(*objects):
    """A PDF of these objects, numbered from 1, with its table; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1, table, len(places) + 1, len(data),
    )


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
NOTE = b"<</Subtype/Text/Contents(x)/Rect[0 0 9 9]>>"


def bomb():
    """A page whose content unpacks to 100 MB."""
    packed = zlib.compress(b"q " * 50_000_000, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return written(CATALOGUE, PAGES, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>/Annots[%s]>>" % NOTE, stream)


def many_annotations():
    return written(CATALOGUE, PAGES, b"<</Type/Page/Parent 2 0 R/Annots[%s]>>" % (b"4 0 R " * 10_500), NOTE)


def protected(to_open="b"):
    reviewed = Reviewed(["one"])
    reviewed.mark(1, "highlight", "one", text="Why?")
    return reviewed.save(encryption=5, owner_pw="a", user_pw=to_open)


HOSTILE = {
    "not a pdf": (lambda: b"hello", "is no PDF"), "too large": (lambda: b"%PDF-" + b"0" * LARGEST, "larger than 100 MB"),
    "nothing in it": (lambda: b"%PDF-1.7\n%%EOF", "damaged"), "protected": (protected, "protected by a password"),
    "pages in a circle": (lambda: written(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), "damaged"),
    "many annotations": (many_annotations, "more than 10,000 annotations"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_file_that_cannot_be_read_is_refused_in_one_line_and_in_time(what):
    make, why = HOSTILE[what]
    data = make()
    started = time.process_time()
    with pytest.raises(CopyRefused, match="^WHO: ") as refusal:
        read_marks(data, name="WHO")
    assert time.process_time() - started < 3
    assert why in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_file_protected_only_against_changes_is_read():
    assert [mark.text for mark in read_marks(protected(to_open=""), name="WHO").marks] == ["Why?"]


def test_page_that_unpacks_without_end_leaves_its_marks_without_text():
    data = bomb()
    started = time.process_time()
    marked = read_marks(data, name="WHO")
    assert time.process_time() - started < 10
    assert (marked.unreadable_pages, [mark.text for mark in marked.marks]) == ([1], ["x"])


def test_file_with_any_bytes_changed_is_read_or_refused(good):
    chance = random.Random(11)
    answers = set()
    for _ in range(150):
        changed = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            changed[chance.randrange(8, len(changed))] = chance.randrange(256)
        try:
            answers.add(type(read_marks(bytes(changed), name="WHO")).__name__)
        except CopyRefused:
            answers.add("refused")
    assert answers == {"Marked", "refused"}
