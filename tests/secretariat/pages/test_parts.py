"""Places of a page that apps above fill."""

from datetime import UTC, date, datetime

import pytest

from tansiq.secretariat.pages import parts as module
from tansiq.secretariat.pages.parts import Asked, Entry, part, parts

ASKED = Asked(("wgim",), date(2017, 11, 15), datetime(2026, 1, 1, tzinfo=UTC), "en")


@pytest.fixture(autouse=True)
def own_places(monkeypatch):
    monkeypatch.setattr(module, "_PARTS", type(module._PARTS)(list))


def test_parts_come_in_the_order_in_which_they_were_registered_each_once():
    @part("group.reports")
    def first(asked):
        yield from (Entry(group, "first", "/") for group in asked.groups)

    @part("group.reports")
    def second(asked):
        return []

    part("group.reports")(first)
    assert list(parts("group.reports", ASKED)) == [Entry("wgim", "first", "/")]


def test_parts_of_a_place_that_nobody_fills_are_none():
    assert list(parts("group.nowhere", ASKED)) == []
