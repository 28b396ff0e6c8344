"""Symptom: the direction of runs (`w:rtl`) is lost on the way out (superdoc/docx-editor#3162)."""

from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import insert
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para, put


def test_direction_of_base_and_of_inserted_runs_is_kept():
    base = draft(para("اتفق الفريق", bidi=True))
    made = consolidated(base, IOM=lambda copy: insert(copy.body[0], 4, [put(" العامل", FIRST)]))
    line = read_view(made.file, accepted=True, rich=True)[0]
    assert line == "<bidi()>" + "".join(f"{letter}{{rtl}}" for letter in "اتفق العامل الفريق")
