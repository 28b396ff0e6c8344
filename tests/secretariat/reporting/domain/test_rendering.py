"""Every format has a writer and a media type, and the name of a file is safe whatever the record holds."""

import pytest

from tansiq.engines.press.tree import Document, Paragraph, Text
from tansiq.secretariat.reporting.domain.rendering import WRITERS, file_name
from tansiq.secretariat.reporting.enums import ReportFormat


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_writers_make_a_file_of_each_format(form, begins):
    document = Document(language="en", title="Report", blocks=(Paragraph(id="p", inlines=(Text(text="One."),)),))
    assert WRITERS[form].write(document).startswith(begins)
    assert set(WRITERS) == set(ReportFormat.values)


def test_file_name_says_what_the_file_is():
    named = file_name(group="wgim", session=23, as_of="2017-11-15", language="ar", form="pdf")
    assert named == "progress-report-wgim-23-as-of-2017-11-15.ar.pdf"
