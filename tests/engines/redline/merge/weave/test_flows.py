"""A strand woven into a flow: what is put in at gaps, what is taken out, by one or by several, and comments between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tansiq.engines.redline.edits import Edit, Fragment, Kind
from tansiq.engines.redline.merge.agreement import relate
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.merge.weave.flows import content_of, segments
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.strands import Take
from tests.engines.ooxml.revisions.written import A, body_texts, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, edit, ranged, read, remark, tbl, tc, tr

K = Kind
BASE = package_of(p(t("one two three")), p(t("four")))


def views(base, *copies: list[str]) -> tuple[list[str], list[str]]:
    """The text of the weave, all accepted and all rejected."""
    edits = [Edit(**{name: getattr(each, name) for name in each.__dataclass_fields__} | {"agency": str(number), "id": f"{number}{each.id}"})
             for number, blocks in enumerate(copies) for each in read(base, package_of(*blocks)).edits]
    related, _ = relate(edits)
    found = []
    for how in (accept_all, reject_all):
        package = weave(base, related, []).package
        how(package)
        found.append(body_texts(package))
    return found[0], found[1]


ORIGINAL = ["one two three", "four"]


@pytest.mark.parametrize(("copies", "accepted"), [
    ([[p(t("one "), ins(t("new ")), t("two three")), p(t("four"))]], ["one new two three", "four"]),
    ([[p(t("one "), dele("two "), t("three")), p(t("four"))]], ["one three", "four"]),
    ([[p(t("one "), mark=f"<w:ins {A}/>"), p(t("two three")), p(t("four"))]], ["one ", "two three", "four"]),
    ([[p(t("one two three"), mark=f"<w:del {A}/>"), p(t("four"))]], ["one two threefour"]),
    ([[p(t("one two three")), p(ins(t("new")), mark=f"<w:ins {A}/>"), p(t("four"))]], ["one two three", "new", "four"]),
    ([[p(t("one two three")), p(t("four"), mark=f"<w:ins {A}/>"), p(ins(t("new")))]], ["one two three", "four", "new"]),
    ([[p(ins(t("new")), mark=f"<w:ins {A}/>"), p(t("one two three")), p(t("four"))]], ["new", "one two three", "four"]),
    ([[p(dele("one two three"), mark=f"<w:del {A}/>"), p(t("four"))]], ["four"]),
    ([[p(t("one "), ins(t("x ")), t("two three")), p(t("four"))], [p(t("one "), ins(t("y ")), t("two three")), p(t("four"))]],
     ["one x y two three", "four"]),
    ([[p(t("one "), dele("two "), t("three")), p(t("four"))], [p(t("one "), dele("two three")), p(t("four"))]], ["one ", "four"]),
    ([[p(t("one "), dele("two "), t("three")), p(t("four"))], [p(t("one tw"), ins(t("X")), t("o three")), p(t("four"))]],
     ["one Xthree", "four"]),
    ([[p(t("one two three")), tbl(tr(tc(p(ins(t("cell")))), properties=f"<w:ins {A}/>")), p(t("four"))]],
     ["one two three", "cell", "four"]),
])
def test_weave_accepted_is_what_was_meant_and_rejected_is_the_base(copies: list[list[str]], accepted: list[str]):
    assert views(BASE, *copies) == (accepted, ORIGINAL)


@given(st.lists(st.tuples(st.sampled_from("kdi"), st.text("ab ", min_size=1, max_size=3)), min_size=1, max_size=7))
def test_weave_of_one_copy_is_that_copy_and_rejected_its_base(steps):
    write = {"k": t, "d": dele, "i": lambda text: ins(t(text))}
    base = package_of(p(t("".join(text for kind, text in steps if kind in "kd"))), p(t("end")))
    copy = [p(*(write[kind](text) for kind, text in steps)), p(t("end"))]
    accepted, rejected = views(base, copy)
    assert accepted == ["".join(text for kind, text in steps if kind in "ki"), "end"]
    assert rejected == body_texts(base)


def test_weave_deletion_by_two_has_one_mark_and_names_both():
    copies = {"FAO": p(dele("one "), t("two three")), "IOM": p(dele("one two "), t("three"))}
    ledger = consolidated(BASE, **{agency: package_of(block, p(t("four"))) for agency, block in copies.items()}).ledger
    assert [edit.before for edit in ledger.edits] == ["one ", "one two "]
    assert ledger.extra["shown_with"] == {ledger.edits[0].id: [ledger.edits[1].id]}
    assert ledger.conflicts[0].reason == "overlap"


def test_weave_comment_inside_text_put_in_stands_there():
    copy = package_of(p(t("one "), ranged(1, ins(t("new "))), t("two three")), p(t("four")), comments=remark(1, "Why?"))
    made = consolidated(BASE, FAO=copy)
    [said] = made.ledger.comments
    assert (said.anchor_text, said.starts.inserted) == ("new ", 0)
    base = BASE.copy()
    package = weave(base, made.ledger.edits, made.ledger.comments).package
    tags = [child.tag.rpartition("}")[2] for child in package.xml(package.main)[0][0]]
    assert tags == ["r", "commentRangeStart", "ins", "commentRangeEnd", "r", "r"]


def test_segments_stretches_name_the_one_that_is_shown_first():
    loom = Loom(package_of(p()), lambda item: "", lambda each: (each.date,))
    early, late = edit(K.DELETION, 0, 4, id="e1", date="2026-01-01"), edit(K.DELETION, 2, 6, id="e2", date="2026-05-05")
    found = segments(loom, [Take(2, 6, late), Take(0, 4, early)])
    assert [(start, end, [take.edit.id for take in here]) for start, end, here in found] == [
        (0, 2, ["e1"]), (2, 4, ["e1", "e2"]), (4, 6, ["e2"]),
    ]


def test_segments_source_of_a_move_comes_first():
    loom = Loom(package_of(p()), lambda item: "", lambda each: (each.date,))
    moved = Take(0, 4, edit(K.MOVE, 0, 4, id="m", date="2026-09-09"), "move-m")
    [(_, _, here)] = segments(loom, [Take(0, 4, edit(K.DELETION, 0, 4, id="d")), moved])
    assert [take.edit.id for take in here] == ["m", "d"]


def test_content_of_is_a_copy():
    bring = Fragment(f'<x:fragment xmlns:x="urn:tansiq:redline:1" xmlns:w="{w("x")[1:-2]}"><w:r/></x:fragment>')
    one, other = content_of(edit(fragment=bring)), content_of(edit(fragment=bring))
    assert [each.tag for each in one] == [w("r")]
    assert one[0] is not other[0]
    assert content_of(edit()) == []


def test_weave_limits_of_comments_in_the_base_are_left_where_they_are():
    base = package_of(p(ranged(1, t("one")), t(" two")), comments=remark(1, "Own"))
    package = weave(base, [], []).package
    assert canonical(package.xml(package.main)) == canonical(base.xml(base.main))
