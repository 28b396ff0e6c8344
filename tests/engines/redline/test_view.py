"""Views of a consolidated file: each agency's own text, all, none, and a name that is not in it."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import revisions
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.readers.comments import read_comments
from tansiq.engines.redline.view import view
from tests.engines.ooxml.revisions.written import B, body_texts, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, ranged, remark

BASE = package_of(p(t("one two three")), p(t("four")))
MADE = consolidated(
    BASE,
    FAO=package_of(p(t("one "), dele("two "), t("three")), p(ranged(1, t("four"))), comments=remark(1, "Which?")),
    IOM=package_of(p(t("one two "), ins(t("and "), by=B), t("three")), p(t("5"))),
)


def seen(accept):
    package = read_package(view(MADE.file, accept), name="view.docx")
    assert list(revisions(package)) == []
    return body_texts(package), [found.text for found in read_comments(package).values()]


@pytest.mark.parametrize(("accept", "texts", "comments"), [
    (["FAO"], ["one three", "four"], ["Which?"]), (["IOM"], ["one two and three", "5"], []), ([], ["one two three", "four"], []),
    (None, ["one and three", "5"], ["Which?"]), (["IOM", "FAO"], ["one and three", "5"], ["Which?"]),
])
def test_view_is_the_text_as_they_want_it(accept, texts, comments):
    assert seen(accept) == (texts, comments)


def test_view_of_an_agency_that_is_not_in_the_file_is_refused():
    with pytest.raises(DispositionRefused, match="no copy of ILO, WHO is in this file; it holds those of FAO, IOM"):
        view(MADE.file, ["WHO", "FAO", "ILO"])


def test_view_keeps_the_drafts_own_changes_tracked():
    draft = package_of(p(t("one "), dele("two"), t(" three")))
    made = consolidated(draft, FAO=package_of(p(t("one "), dele("two"), t(" three"), ins(t("!"), by=B))))
    package = read_package(view(made.file, ["FAO"]), name="view.docx")
    assert [revision.kind for revision in revisions(package)] == ["deletion"]
    assert "".join(body_texts(package)) == "one  three!"
