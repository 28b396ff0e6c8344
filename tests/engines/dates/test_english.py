"""The English table is complete; its wording is checked in test_format.py against cases/printed.csv."""

from tansiq.engines.dates import Precision, Qualifier, english
from tansiq.engines.dates.wording import Shape


def test_leads_every_shape_has_one():
    assert set(english.LEADS) == set(Shape)


def test_wordings_every_edge_and_qualifier_has_one():
    for wording in (english.PROSE, english.CELL):
        assert set(wording.before) == set(wording.since) == set(wording.ahead) == {Precision.DAY, Precision.MONTH, Precision.YEAR}
        assert set(wording.qualifiers) == set(Qualifier)
        assert len(wording.months) == len(set(wording.months)) == 12
