"""What the sender of a file that is no .docx is told. The kinds of files are in test_reading_hostile.py."""

import pytest

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.foreign import refuse_other_formats, refuse_other_zips
from tests.engines.ooxml.files import docx


def test_refuse_other_formats_lets_a_zip_pass():
    assert refuse_other_formats(docx(), "a.docx") is None


def test_refuse_other_formats_says_what_to_do():
    with pytest.raises(PackageRefused) as refused:
        refuse_other_formats(b"{\\rtf1}", "FAO comments.doc")
    assert str(refused.value) == (
        "FAO comments.doc: it is a rich text file; open it in Word and save it as Word Document (.docx)"
    )


def test_refuse_other_zips_names_an_open_document():
    with pytest.raises(PackageRefused, match=r"a.odt: it is an OpenDocument file, not a \.docx"):
        refuse_other_zips({"mimetype": b"application/vnd.oasis.opendocument.text"}, "a.odt")
