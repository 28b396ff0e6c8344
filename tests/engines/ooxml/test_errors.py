"""The tree of errors and their one-line messages."""

import pickle

import pytest

from tansiq.engines.ooxml.errors import ApartFailed, BrokeApart, OoxmlError, PackageRefused, TookTooLong, TookTooMuchMemory, one_line


@pytest.mark.parametrize("error", [PackageRefused, ApartFailed, TookTooLong, TookTooMuchMemory, BrokeApart])
def test_every_error_is_an_error_of_ooxml(error):
    assert issubclass(error, OoxmlError)


def test_package_refused_says_the_file_and_what_and_survives_pickling():
    error = pickle.loads(pickle.dumps(PackageRefused("a.docx", "it is empty; ask for the file again")))  # noqa: S301
    assert str(error) == "a.docx: it is empty; ask for the file again"
    assert (error.name, error.what) == ("a.docx", "it is empty; ask for the file again")


def test_one_line_keeps_printable_signs_on_one_line_of_limited_length():
    assert one_line("a\nb\t\u202ec\x1b[31m  d") == "a b c [31m d"
    assert one_line("مسودة التقرير") == "مسودة التقرير"
    assert one_line("x" * 1_000) == "x" * 160
    assert one_line(ValueError("no\r\nzip"), 5) == "no zi"
