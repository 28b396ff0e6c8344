"""The Arabic table is complete; its wording is checked in test_format.py against cases/printed.csv."""

from tansiq.engines.dates import Precision, Qualifier, arabic
from tansiq.engines.dates.wording import Shape


def test_leads_every_shape_has_one():
    assert set(arabic.LEADS) == set(Shape)


def test_wordings_every_edge_and_qualifier_has_one():
    for wording in (arabic.PROSE, arabic.CELL):
        assert set(wording.before) == set(wording.since) == set(wording.ahead) == {Precision.DAY, Precision.MONTH, Precision.YEAR}
        assert set(wording.qualifiers) == set(Qualifier)
        assert len(wording.months) == len(set(wording.months)) == 12


def test_patterns_have_no_dash_between_numbers():
    for wording in (arabic.PROSE, arabic.CELL):
        patterns = (wording.joint, wording.joint_of_two, wording.years, wording.two_years, *wording.seasons)
        assert not any("-" in pattern or "–" in pattern for pattern in patterns)
