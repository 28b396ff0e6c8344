"""The French table is complete; its wording is checked in test_format.py against cases/printed.csv."""

from tansiq.engines.dates import Precision, Qualifier, french
from tansiq.engines.dates.wording import Shape


def test_leads_every_shape_has_one():
    assert set(french.LEADS) == set(Shape)


def test_wordings_every_edge_and_qualifier_has_one():
    for wording in (french.PROSE, french.CELL):
        assert set(wording.before) == set(wording.since) == set(wording.ahead) == {Precision.DAY, Precision.MONTH, Precision.YEAR}
        assert set(wording.qualifiers) == set(Qualifier)
        assert len(wording.months) == len(set(wording.months)) == 12


def test_day_number_the_first_is_an_ordinal():
    assert [french.day_number(day) for day in (1, 2, 11, 21, 31)] == ["1er", "2", "11", "21", "31"]


def test_elide_before_the_three_months_with_a_vowel():
    assert [french.elide(f"la fin de {month}") for month in ("avril", "août", "octobre", "mai")] == [
        "la fin d’avril", "la fin d’août", "la fin d’octobre", "la fin de mai",
    ]
