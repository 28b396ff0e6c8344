"""Two versions as tracked changes: accepted it is the new one, rejected the old one."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import accept_all, reject_all, revisions
from tansiq.engines.redline.compare import compare
from tests.engines.ooxml.revisions.written import body_texts, dele, ins, p, package_of, t
from tests.engines.redline.documents import tbl, tc, tr

OLD = [p(t("The group has 16 members.")), p(t("It meets twice.")), tbl(tr(tc(p(t("Lebanon"))))), p()]


@pytest.mark.parametrize("new", [
    [p(t("The group has 17 members.")), *OLD[1:]],
    [p(t("The group  has 16 members.")), *OLD[1:]],
    [OLD[0], p(t("New.")), *OLD[1:]],
    [OLD[0], *OLD[2:]],
    [*OLD[:2], tbl(tr(tc(p(t("Lebanon")))), tr(tc(p(t("Jordan"))))), p()],
    [p(t("Wholly other."))],
    OLD,
])
def test_compare_accepted_is_the_new_version_and_rejected_the_old(new: list[str]):
    made = compare(package_of(*OLD).write(), package_of(*new).write(), new_name="draft-2.docx")
    for how, blocks in ((accept_all, new), (reject_all, OLD)):
        package = read_package(made, name="changes.docx")
        assert {revision.author for revision in revisions(package)} <= {"draft-2"}
        how(package)
        assert body_texts(package) == body_texts(package_of(*blocks))


def test_compare_pending_changes_of_both_are_accepted_first():
    old, new = package_of(p(t("a"), ins(t("b")))), package_of(p(t("ab"), dele("c"), ins(t("d"))))
    package = read_package(compare(old.write(), new.write()), name="changes.docx")
    assert [revision.kind for revision in revisions(package)] == ["insertion"]
    assert body_texts(package) == ["abd"]
