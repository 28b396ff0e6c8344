"""Entries of zips: what comes out, what is counted, which names are safe. The hostile ones are in test_reading_hostile.py."""

import pytest

from tansiq.engines.ooxml import Limits, PackageRefused
from tansiq.engines.ooxml.unzip import unsafe, unzip
from tests.engines.ooxml.files import SMALLEST, zipped


def test_unzip_gives_the_entries_and_leaves_folders_out():
    assert unzip(zipped({**SMALLEST, "word/": b""}), name="a.docx") == SMALLEST


@pytest.mark.parametrize(("limits", "what"), [
    (Limits(total=1_000_000), "it unpacks to more than 1 MB"),
    (Limits(xml_part=1_000_000), "its part 'word/b.xml' unpacks to more than 1 MB"),
    (Limits(ratio_from=1_000_000), "it unpacks to more than 200 times its size"),
    (Limits(entries=1), "it holds more than 1 parts"),
])
def test_unzip_over_a_limit_is_refused(limits, what):
    with pytest.raises(PackageRefused) as refused:
        unzip(zipped({"a.bin": b"x", "word/b.xml": bytes(1_500_000)}), name="a.docx", limits=limits)
    assert refused.value.what.startswith(what)


def test_unzip_honest_file_that_packs_well_is_taken():
    table = b"<w:tc><w:p><w:r><w:t>n/a</w:t></w:r></w:p></w:tc>" * 200_000
    assert len(unzip(zipped({"word/document.xml": table}), name="a.docx")["word/document.xml"]) == 9_800_000


@pytest.mark.parametrize(("entry", "found"), [
    ("word/document.xml", False), ("[Content_Types].xml", False), ("word/media/صورة 1.png", False), ("word/media/", False),
    ("..", True), ("a/../b", True), ("./a", True), ("/a", True), ("a//b", True), ("a\\b", True), ("c:a", True), ("", True), ("/", True),
    ("a\nb", True), ("a\u202eb", True), ("a" * 513, True),
])
def test_unsafe_names(entry, found):
    assert unsafe(entry) is found
