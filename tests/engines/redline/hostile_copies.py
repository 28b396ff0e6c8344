"""Hostile files read as reviewed copies, in a process of their own: the seconds each took, and why it was refused."""

import time

from tansiq.engines.redline.consolidate import read
from tansiq.engines.redline.edits import Refusal
from tansiq.engines.redline.readers.task import Task
from tests.engines.ooxml.hostile import markup, packages, zips
from tests.engines.ooxml.revisions.written import p, package_of, t

BASE_TEXT = "The group has 16 members and meets twice a year."


def answers(_: None) -> list[tuple[str, float, str]]:
    """For each file its name, the seconds of processor time, and the reason of its refusal; "" when it was taken."""
    base = package_of(p(t(BASE_TEXT))).write()
    told = []
    for name, (build, _words) in {**zips.CASES, **markup.CASES, **packages.CASES}.items():
        data = build()
        begun = time.process_time()
        [[found]] = read([Task(base, name, "copy.docx", data)])
        told.append((name, time.process_time() - begun, found.reason if isinstance(found, Refusal) else ""))
    return told
