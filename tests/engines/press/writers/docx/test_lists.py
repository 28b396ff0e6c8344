"""Numbering: counted by Word where it counts as the tree does, else as labels that stand."""

import pytest

from tansiq.engines.press.tree import Item, ListBlock, Text
from tansiq.engines.press.writers.docx.lists import Lists
from tansiq.engines.press.writers.docx.xml import qualified


def ordered(*labels):
    items = tuple(Item(id=f"i{count}", inlines=(Text("x"),), label=label) for count, label in enumerate(labels))
    return ListBlock(id="l", kind="ordered", items=items)


def formats(lists):
    found = {}
    for abstract in lists.part().iter(qualified("w:abstractNum")):
        level = list(abstract.iter(qualified("w:lvl")))[-1]
        number = abstract.get(qualified("w:abstractNumId"))
        found[number] = tuple(level.find(qualified(name)).get(qualified("w:val")) for name in ("w:numFmt", "w:lvlText"))
    return found


@pytest.mark.parametrize(
    ("language", "labels", "counted"),
    [
        ("en", ("(a)", "(b)"), ("lowerLetter", "(%1)")),
        ("en", (None, None), ("lowerLetter", "(%1)")),
        ("fr", ("a)", "b)"), ("lowerLetter", "%1)")),
        ("de", ("(a)",), ("lowerLetter", "(%1)")),
    ],
)
def test_instances_labels_word_counts_are_one_instance(language, labels, counted):
    lists = Lists(language, rtl=False)
    assert lists.instances(ordered(*labels), 0, 0) == [2] * len(labels)
    assert formats(lists)["1"] == counted


def test_instances_other_labels_stand_as_they_are():
    lists = Lists("en", rtl=False)
    assert lists.instances(ordered("(b)", "(c)"), 0, 0) == [2, 3]
    assert [formats(lists)[number] for number in ("1", "2")] == [("none", "(b)"), ("none", "(c)")]


def test_instances_arabic_letters_stand_as_they_are():
    lists = Lists("ar", rtl=True)
    lists.instances(ordered("(أ)", "(ب)"), 0, 0)
    assert [formats(lists)[number] for number in ("1", "2")] == [("none", "(أ)"), ("none", "(ب)")]


def test_instances_each_list_begins_anew():
    lists = Lists("en", rtl=False)
    assert lists.instances(ordered("(a)"), 0, 0) != lists.instances(ordered("(a)"), 0, 0)
    starts = [start.get(qualified("w:val")) for start in lists.part().iter(qualified("w:startOverride"))]
    assert starts == ["1", "1"]


def test_instances_bullets_share_one():
    bullets = ListBlock(id="l", kind="bulleted", items=ordered("x", "y").items)
    assert Lists("en", rtl=False).instances(bullets, 1, 0) == [1, 1]


def test_part_ordered_list_inside_bullets_counts_by_its_own_depth():
    lists = Lists("en", rtl=False)
    lists.instances(ordered("(a)"), 1, 0)
    assert formats(lists)["1"] == ("lowerLetter", "(%2)")


def test_part_labels_of_arabic_are_centred_where_both_programs_agree():
    for rtl, expected in ((True, {"center"}), (False, {"left"})):
        lists = Lists("ar" if rtl else "en", rtl=rtl)
        lists.instances(ordered("(1)"), 0, 0)
        assert {found.get(qualified("w:val")) for found in lists.part().iter(qualified("w:lvlJc"))} == expected
