"""What stands at a place, in words: notes in brackets, pictures by their name, tables as rows."""

import pytest

from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.align.pieces import Mark
from tansiq.engines.redline.align.places import Places
from tansiq.engines.redline.edits import Kind
from tansiq.engines.redline.errors import CopyOfAnotherBase
from tansiq.engines.redline.readers.context import Context, note_id, picture_name
from tansiq.engines.redline.readers.difference import Slice
from tansiq.engines.redline.readers.resources import Resources
from tests.engines.ooxml.revisions.written import p, package_of, t
from tests.engines.redline.documents import BODY, DAY, tbl, tc, tr

WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PICTURE = f"<w:r><w:drawing><wp:inline {WP}>{{}}</wp:inline></w:drawing></w:r>"
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def context_of(*blocks: str, **parts: str) -> Context:
    package, atoms = package_of(*blocks, **parts), Atoms()
    document = read_document(package, atoms)
    return Context("FAO", document, document, atoms, Places(document), Resources(package, package), DAY, by_word=True)


def words(*blocks: str, **parts: str) -> str:
    context = context_of(*blocks, **parts)
    whole = context.readable_base(BODY, 0, context.base.body.length)
    assert whole == context.readable([Slice(piece, 0, len(piece.text)) for piece in context.copy.body.pieces])
    return whole


def test_readable_note_is_its_text_in_brackets():
    note = f'<w:footnote w:id="2">{p(t(" The note "))}</w:footnote>'
    assert words(p(t("a"), NOTE.format(2), t("b"), NOTE.format(9)), footnotes=note) == "a[The note]b[]\n"


def test_readable_picture_is_its_name_and_the_words_in_it():
    box = f"<w:txbxContent>{p(t('boxed'))}</w:txbxContent>"
    assert words(p(PICTURE.format('<wp:docPr descr="A map" name="Picture 1"/>'))) == "[A map]\n"
    assert words(p(PICTURE.format('<wp:docPr name="Picture 1"/>'))) == "[Picture 1]\n"
    assert words(p(PICTURE.format('<wp:docPr name=""/>' + box))) == "[picture: boxed]\n"


def test_readable_table_is_rows_and_tabs():
    assert words(tbl(tr(tc(p(t("a"))), tc(p(t("b")))), tr(tc(p(t("c")))))) == "a\tb\nc\n"


def test_readable_base_range_cuts_pieces():
    context = context_of(p(t("abc"), t("def")))
    assert context.readable_base(BODY, 1, 5) == "bcde"


def test_add_edit_without_a_mark_is_nobodys_and_of_the_copys_day():
    context = context_of(p(t("abc")))
    place = context.places.of(context.base.body, 1, 2)
    context.add(Kind.DELETION, place, None, before="b")
    context.add(Kind.DELETION, place, Mark("Reviewer", ""), before="b", undone=Mark("Other", "2026-05-05"))
    first, second = context.edits
    assert (first.person, first.date, first.tracked, first.undone_by) == ("", DAY, False, "")
    assert (second.person, second.date, second.tracked, second.undone_by, second.undone_on) == (
        "Reviewer", DAY, True, "Other", "2026-05-05",
    )


def test_note_id_and_picture_name_of_pieces():
    context = context_of(p(NOTE.format(7), "<w:r><w:pict/></w:r>"))
    note, picture = context.base.body.pieces[:2]
    assert (note_id(note), picture_name(picture)) == ("7", "picture")


def test_keep_refuses_as_soon_as_too_much_is_missing():
    context = context_of(p(t("abcd")), tbl(tr(tc(p(t("efgh"))))))    # 4 and a mark, a table, 4 and a mark
    assert context.whole == 11
    context.enough = 0.6
    context.keep(2, 6)
    with pytest.raises(CopyOfAnotherBase) as refused:
        context.keep(4, 5)
    assert (round(refused.value.coverage, 2), context.kept, context.total) == (0.55, 6, 11)


def test_keep_of_an_empty_base_is_enough():
    context = context_of()
    context.enough = 0.6
    context.keep(0, 0)
    assert (context.kept, context.total, context.whole) == (0, 0, 0)
