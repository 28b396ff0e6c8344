"""Symptom: comparing crashes when the revised file carries tracked changes (DocumentServer#3698)."""

from tansiq.engines.redline.compare import compare
from tests.engines.redline.reviews.cases import files, random_case
from tests.engines.redline.reviews.plain_views import read_view


def test_compare_with_a_file_full_of_changes_shows_its_clean_text():
    base, copies = files(random_case(15))
    for copy in copies.values():
        made = compare(base, copy)
        assert read_view(made, accepted=False) == read_view(base, accepted=False)
        assert read_view(made, accepted=True) == read_view(copy, accepted=True)
