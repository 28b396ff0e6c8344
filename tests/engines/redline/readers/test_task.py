"""One copy as a task: a reading or a refusal in one line, and the draft's own changes told from the agency's."""

import pickle

import pytest

from tansiq.engines.redline.edits import Refusal
from tansiq.engines.redline.readers.copy import Reading
from tansiq.engines.redline.readers.draft import read_draft
from tansiq.engines.redline.readers.task import Task, own_changes, read_task, same
from tests.engines.ooxml.revisions.written import B, dele, ins, p, package_of, t
from tests.engines.redline.documents import edit, read

BASE = package_of(p(t("The group has 16 members.")))


def task(data: bytes, **more: object) -> Task:
    return Task(BASE.write(), "FAO", "fao.docx", data, **more)


def test_read_task_is_the_reading_of_the_copy_and_can_cross_processes():
    copy = package_of(p(t("The group has 16 members."), ins(t(" Yes."))))
    found = read_task(task(copy.write(), received="2026-04-01"), read_draft(BASE))
    assert isinstance(found, Reading)
    assert [each.after for each in found.edits] == [" Yes."]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(("data", "said"), [
    (b"", "fao.docx"), (b"no zip", "fao.docx"), (package_of(p(t("Wholly other words, and many of them."))).write(), "another version"),
])
def test_read_task_refuses_by_name_in_one_line(data: bytes, said: str):
    found = read_task(task(data), read_draft(BASE))
    assert isinstance(found, Refusal)
    assert (found.name, found.file) == ("FAO", "fao.docx")
    assert said in found.reason
    assert "\n" not in found.reason


def test_read_task_changes_of_the_draft_itself_are_not_the_agencys():
    draft = package_of(p(t("The group has "), dele("16"), t(" members.")))
    own = own_changes(read(BASE, draft).edits)
    copy = package_of(p(t("The group has "), dele("16"), ins(t("17"), by=B), t(" members.")))
    found = read_task(task(copy.write(), own=own), read_draft(BASE), copy)
    assert isinstance(found, Reading)
    assert [each.after for each in found.edits] == ["17"]
    assert (found.intake.tracked, found.intake.untracked) == (1, 0)


def test_same_change_in_two_files_has_the_same_look():
    assert same(edit(agency="FAO", after="x")) == same(edit(agency="IOM", after="x"))
    assert same(edit(after="x")) != same(edit(after="y"))
