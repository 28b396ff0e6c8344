"""Symptom: pictures in headers are lost in the redline (Docxodus#259)."""

from tansiq.engines.redline import view
from tests.engines.redline.reviews.drafts import atom, piece
from tests.engines.redline.reviews.health import faults
from tests.engines.redline.reviews.model import Draft, Para
from tests.engines.redline.reviews.pictures import picture_name, png
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.review import insert
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para, put


def test_picture_in_a_header_stays_beside_an_edit_and_a_new_one_comes_in():
    base = draft(para("The Group met."))
    base.section.headers["default"] = [Para([piece("Draft "), atom("picture", "1F4E79")])]

    def edit(copy: Draft) -> None:
        insert(copy.section.headers["default"][0], 5, [put(" two", FIRST)])

    def add(copy: Draft) -> None:
        new = atom("picture", "C00000")
        new.inserted = FIRST
        copy.section.headers["default"][0].units.append(new)

    made = consolidated(base, IOM=edit, FAO=add)
    old, new = picture_name(png("1F4E79")), picture_name(png("C00000"))
    assert read_view(made.file, accepted=True)[-1] == f"Draft two [picture {old}][picture {new}]"
    assert read_view(view(made.file, accept=["IOM"]), accepted=True)[-1] == f"Draft two [picture {old}]"
    assert faults(made.file) == set()
