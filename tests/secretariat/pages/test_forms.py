"""Fields of forms that change the record: dates in three languages, texts one a line, files as received."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from tansiq.engines.dates import parse
from tansiq.secretariat.pages.forms import LARGEST, ActForm, DateField, LinesField, ReceivedFileField


@pytest.mark.parametrize(
    "text", ["September 2017", "4 October 2017", "early 2018", "2013", "first half of 2017", "before 2015", "26-27 September 2017"]
)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_date_shown_in_a_field_is_read_back_as_the_same_date(text, language):
    with override(language):
        field = DateField()
        assert field.clean(field.prepare_value(parse(text))) == parse(text)


@pytest.mark.parametrize(("text", "code"), [("zzz", "unreadable"), ("since 2013", "open"), ("1 May 2999", "to_come"), (" ", "required")])
def test_date_that_cannot_have_happened_is_refused_with_the_reason(text, code):
    with pytest.raises(forms.ValidationError) as refused:
        DateField(happened=True).clean(text)
    assert refused.value.code == code


def test_date_not_required_may_be_empty_and_still_to_come():
    assert DateField(required=False).clean("") is None
    assert DateField().clean("1 May 2999") == parse("1 May 2999")


def test_lines_are_texts_without_empty_ones():
    assert LinesField(required=False).clean(" one\n\n two \n") == ["one", "two"]
    assert LinesField(required=False).clean("") == []
    assert LinesField().prepare_value(["one", "two"]) == "one\ntwo"


def test_file_larger_than_allowed_is_refused():
    file = SimpleUploadedFile("letter.pdf", b"x")
    assert ReceivedFileField().clean(file) is file
    file.size = LARGEST + 1
    with override("en"), pytest.raises(forms.ValidationError, match="larger than 20 megabytes"):
        ReceivedFileField().clean(file)


def test_act_form_asks_when_first_and_why_last():
    class Form(ActForm):
        what = forms.CharField()

    assert list(Form().fields) == ["on", "what", "because"]


def test_lines_with_a_zero_byte_are_refused():
    assert LinesField().clean("one\n\n two ") == ["one", "two"]
    with pytest.raises(forms.ValidationError):
        LinesField().clean("one\ntw\0o")
