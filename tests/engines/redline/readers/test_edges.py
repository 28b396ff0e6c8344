"""Headers and footers of copies: found again when sections come and go, and named when they have no counterpart."""

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline import Consolidation, consolidate
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.readers.edges import match_edges
from tests.engines.ooxml.revisions.written import A, ins, p, relations_xml, t, zipped
from tests.engines.redline.reviews.parts import OFFICE, PACKAGE, unzipped
from tests.engines.redline.reviews.parts import zipped as packed


def file(*headers: str) -> bytes:
    """A document of one paragraph and one section for each header; "" is a section without its own."""
    references = [f'<w:headerReference w:type="default" r:id="h{number}"/>' if header else "" for number, header in enumerate(headers)]
    sections = [f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>' for reference in references]
    blocks = [p(t(f"Section {number}."), properties=section) for number, section in enumerate(sections[:-1])]
    parts = unzipped(zipped(f"<w:body>{''.join(blocks)}{p(t('The end of it all.'))}{sections[-1]}</w:body>", {}))
    own = {f"h{number}": header for number, header in enumerate(headers) if header}
    root = parts["word/document.xml"].decode().partition("<w:document ")[2].partition(">")[0]
    for name, header in own.items():
        parts[f"word/{name}.xml"] = f"<w:hdr {root}>{header}</w:hdr>".encode()
    relations = [(name, f"{OFFICE}/relationships/header", f"{name}.xml") for name in own]
    parts["word/_rels/document.xml.rels"] = relations_xml(relations).encode()
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    types = "".join(f'<Override xmlns="{PACKAGE}/content-types" PartName="/word/{name}.xml" ContentType="{word}"/>' for name in own)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode() + b"</Types>")
    return packed(parts)


def made(base: bytes, copy: bytes) -> tuple[Consolidation, list[tuple[str, str, str]]]:
    done = consolidate(base, {"IOM": copy}, apart=False)
    warned = [each for each in done.ledger.copies[0].warnings if each.code.startswith("edge_")]
    return done, [(each.code, str(each.params["what"]), str(each.params["text"])) for each in warned]


def heads(done: Consolidation) -> list[tuple[str, str]]:
    return [(edit.place.flow.partition("#")[0], edit.after) for edit in done.ledger.edits if edit.place.story == "header"]


def test_headers_in_order_change_of_words_is_an_edit():
    done, warnings = made(file(p(t("Draft")), p(t("Annex"))), file(p(t("Draft"), ins(t(" two"))), p(t("Annex"))))
    assert (heads(done), warnings) == ([("word/h0.xml", " two")], [])


def test_headers_after_a_new_section_keep_their_partners():
    copy = file(p(t("Draft")), p(t("Boxes")), p(t("Annex"), ins(t(" 1"))))
    done, warnings = made(file(p(t("Draft")), p(t("Annex"))), copy)
    assert heads(done) == [("word/h1.xml", " 1")]
    assert warnings == [("edge_added", "header", "Boxes")]


def test_header_that_the_draft_lacks_is_named():
    done, warnings = made(file(""), file(p(ins(t("Draft of IOM")), mark=f"<w:ins {A}/>")))
    assert heads(done) == []
    assert warnings == [("edge_added", "header", "Draft of IOM")]


def test_header_that_the_copy_lacks_is_named_and_kept():
    done, warnings = made(file(p(t("Draft"))), file(""))
    assert warnings == [("edge_removed", "header", "Draft")]
    assert "word/h0.xml" in unzipped(done.file)


def test_header_written_once_for_each_section_is_the_same():
    done, warnings = made(file(p(t("Draft")), ""), file(p(t("Draft")), p(t("Draft"))))
    assert (heads(done), warnings) == ([], [])


def matched(base: bytes, copy: bytes) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    atoms = Atoms()
    found = match_edges(*(read_document(read_package(data, name="a.docx"), atoms) for data in (base, copy)))
    return [(mine.key, other.key) for mine, other in found.pairs], [each.key for each in found.added], [each.key for each in found.removed]


def test_match_edges_pairs_equal_numbers_in_order_and_others_by_their_words():
    h0, h1, h2 = (f"word/h{number}.xml#header" for number in range(3))
    assert matched(file(p(t("a")), p(t("b"))), file(p(t("x")), p(t("y")))) == ([(h0, h0), (h1, h1)], [], [])
    assert matched(file(p(t("b"))), file(p(t("a")), p(t("b")))) == ([(h0, h1)], [h0], [])
    assert matched(file(p(t("a")), p(t("b")), p(t("c"))), file(p(t("c")))) == ([(h2, h0)], [], [h0, h1])
    assert matched(file(p()), file("")) == ([], [], [])
