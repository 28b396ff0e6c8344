"""Names of bookmarks."""

import re

from tansiq.engines.press.writers.docx.anchors import Bookmarks, bookmark_name
from tansiq.engines.press.writers.docx.xml import el, qualified


def test_bookmark_name_is_hidden_short_and_of_letters_and_digits():
    name = bookmark_name("register.member_count:2017-11-15", "fact")
    assert re.fullmatch(r"_T[A-Z2-7]{12}", name)


def test_bookmark_name_differs_by_id_and_role_and_never_by_run():
    assert len({bookmark_name(name, role) for name in ("a", "b") for role in ("block", "title")}) == 4
    assert bookmark_name("a", "block") == bookmark_name("a", "block")


def test_bookmarks_are_counted_and_closed():
    bookmarks = Bookmarks()
    pairs = [bookmarks.around("_Ta", [el("w:r")]), bookmarks.around("_Tb", [el("w:r")])]
    assert [[part.get(qualified("w:id")) for part in (pair[0], pair[-1])] for pair in pairs] == [["0", "0"], ["1", "1"]]
