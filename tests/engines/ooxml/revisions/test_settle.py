"""Single decisions, all stories, and what follows in other parts."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import Decision, accept_all, reject_all, revisions, settle, settle_root
from tests.engines.ooxml.revisions.test_listing import BOX
from tests.engines.ooxml.revisions.written import A, B, body_texts, canonical, dele, ins, p, package_of, t, texts

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
DEFINITIONS = f'<w:footnote w:id="-1" w:type="separator">{p()}</w:footnote><w:footnote w:id="2">{p(t("note"))}</w:footnote>'
PICTURE = '<w:r><w:pict><v:shape><v:imagedata r:id="rId90"/></v:shape></w:pict></w:r>'


def by_author(accepted=(), rejected=()):
    """Accept the changes of some persons, reject those of others, keep the rest."""
    def decide(revision):
        return Decision.ACCEPT if revision.author in accepted else Decision.REJECT if revision.author in rejected else Decision.KEEP
    return decide


def test_settle_asks_once_for_each_revision_in_order():
    package = package_of(p(ins(t("a")), dele("b", B)), footnotes=f'<w:footnote w:id="1">{p(ins(t("c")))}</w:footnote>')
    asked = []
    settle(package, lambda revision: asked.append(revision) or Decision.KEEP)
    assert asked == revisions(package)
    assert len(asked) == 3


@pytest.mark.parametrize(("inner", "outer", "left"), [
    (Decision.KEEP, Decision.ACCEPT, p(f"<w:del {B}><w:r><w:delText>x</w:delText></w:r></w:del>")),
    (Decision.REJECT, Decision.KEEP, p(f"<w:ins {A}><w:r><w:t>x</w:t></w:r></w:ins>")),
    (Decision.ACCEPT, Decision.KEEP, p()),
    (Decision.KEEP, Decision.REJECT, p()),
    (Decision.REJECT, Decision.ACCEPT, p("<w:r><w:t>x</w:t></w:r>")),
])
def test_settle_deletion_inside_an_insertion_decided_apart(inner, outer, left):
    package = package_of(p(f"<w:ins {A}><w:del {B}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>"))
    settle(package, lambda revision: inner if revision.author == "Reviewer 2" else outer)
    assert canonical(package.xml(package.main)[0]) == canonical(package_of(left).xml("word/document.xml")[0])


def test_settle_one_person_leaves_the_changes_of_another():
    package = package_of(p(t("a"), ins(t("b")), ins(t("c"), by=B), dele("d")))
    settle(package, by_author(accepted=["Reviewer 1"]))
    assert [each.author for each in revisions(package)] == ["Reviewer 2"]
    settle(package, by_author(rejected=["Reviewer 2"]))
    assert body_texts(package) == ["ab"]


def test_settle_both_copies_of_a_text_box():
    package = package_of(p(BOX.format(p(t("a"), ins(t("b"))))))
    reject_all(package)
    assert texts(package.xml(package.main))[1:] == ["a", "a"]


@pytest.mark.parametrize("story", ["footnotes", "endnotes", "header", "comments"])
def test_settle_story_of_its_own(story):
    inner = p(t("a"), ins(t("b")), dele("c"))
    held = {"footnotes": f'<w:footnote w:id="1">{inner}</w:footnote>', "endnotes": f'<w:endnote w:id="1">{inner}</w:endnote>',
            "comments": f'<w:comment w:id="1">{inner}</w:comment>', "header": inner}
    package = package_of(p(), **{story: held[story]})
    accept_all(package)
    assert texts(package.xml(f"word/{story}.xml")) == ["ab"]


def test_settle_note_whose_reference_goes_is_removed_and_separators_stay():
    package = package_of(p(t("a"), f"<w:ins {A}>{NOTE}</w:ins>"), footnotes=DEFINITIONS)
    reject_all(package)
    assert [note.get(w("id")) for note in package.xml("word/footnotes.xml")] == ["-1"]


def test_settle_note_that_is_referred_to_elsewhere_stays():
    package = package_of(p(t("a"), f"<w:del {A}>{NOTE}</w:del>", NOTE), footnotes=DEFINITIONS)
    accept_all(package)
    assert len(package.xml("word/footnotes.xml")) == 2


def test_settle_note_nobody_referred_to_before_is_left_alone():
    package = package_of(p(ins(t("a"))), footnotes=DEFINITIONS)
    accept_all(package)
    assert len(package.xml("word/footnotes.xml")) == 2


def test_settle_picture_put_in_and_rejected_goes_with_its_part():
    package = package_of(p(t("a"), ins(PICTURE)), pictures=True)
    reject_all(package)
    assert not package.has("word/media/image1.png")
    assert "rId90" not in package.relationships(package.main)


def test_settle_picture_used_twice_stays_when_one_goes():
    package = package_of(p(PICTURE, ins(PICTURE)), pictures=True)
    reject_all(package)
    assert package.has("word/media/image1.png")


def test_settle_root_settles_one_element_alone():
    package = package_of(p(ins(t("a"))), p(ins(t("b"))))
    root = package.xml(package.main)[0]
    settle_root(root[0], lambda revision: Decision.REJECT)
    assert texts(root) == ["", "b"]
    assert len(revisions(package)) == 1


def test_settle_move_kept_keeps_its_borders():
    package = package_of(
        f'<w:moveFromRangeStart {A} w:name="m"/>', p(f"<w:moveFrom {B}>{t('a')}</w:moveFrom>"), '<w:moveFromRangeEnd w:id="1"/>',
    )
    settle(package, by_author(accepted=["Reviewer 1"]))
    assert [child.tag for child in package.xml(package.main)[0]] == [w("moveFromRangeStart"), w("p"), w("moveFromRangeEnd")]
    settle(package, by_author(accepted=["Reviewer 2"]))
    assert [child.tag for child in package.xml(package.main)[0]] == [w("p")]


def test_settle_row_that_goes_takes_undecided_changes_in_it():
    row = f"<w:tr><w:trPr><w:del {A}/></w:trPr><w:tc>{p(ins(t('x'), by=B))}</w:tc></w:tr>"
    package = package_of(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", p())
    settle(package, by_author(accepted=["Reviewer 1"]))
    assert revisions(package) == []
