"""Symptom: B deletes in A's insertion; the file then names A for both, or an empty change is left (pablospe/docx-editor#43,
eigenpal/docx-editor#829).
"""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import Decision, revisions, settle
from tests.engines.ooxml.revisions.written import A, B, canonical, p, package_of, t

NESTED = p(f"<w:ins {A}>{t('kept ')}<w:del {B}><w:r><w:delText>struck</w:delText></w:r></w:del></w:ins>")
ALL_STRUCK = p(f"<w:ins {A}><w:del {B}><w:r><w:delText>struck</w:delText></w:r></w:del></w:ins>")


def only(author, decision):
    return lambda revision: decision if revision.author == author else Decision.KEEP


@pytest.mark.parametrize(("author", "decision", "left"), [
    ("Reviewer 2", Decision.ACCEPT, [("insertion", "Reviewer 1")]),
    ("Reviewer 2", Decision.REJECT, [("insertion", "Reviewer 1")]),
    ("Reviewer 1", Decision.ACCEPT, [("deletion", "Reviewer 2")]),
    ("Reviewer 1", Decision.REJECT, []),
])
def test_nested_deletion_settled_for_one_leaves_the_other_under_its_own_name(author, decision, left):
    package = package_of(NESTED)
    settle(package, only(author, decision))
    assert [(str(each.kind), each.author) for each in revisions(package)] == left


@pytest.mark.parametrize(("author", "decision"), [("Reviewer 2", Decision.ACCEPT), ("Reviewer 1", Decision.REJECT)])
def test_nested_deletion_of_everything_leaves_no_empty_change(author, decision):
    package = package_of(ALL_STRUCK)
    settle(package, only(author, decision))
    assert canonical(package.xml(package.main)[0]) == "<w:body>\n<w:p>\n</w:p>\n</w:body>"
    assert next(package.xml(package.main).iter(w("ins"), w("del")), None) is None
