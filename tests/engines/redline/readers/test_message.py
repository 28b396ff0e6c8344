"""Mails as files."""

import random
import time

import pytest

from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.message import LARGEST, Message, read_message

HEAD = b"From: A <a@example.org>\nDate: Mon, 12 Mar 2018 11:00:00 +0200\nMIME-Version: 1.0\n"
HTML = (
    b"Content-Type: text/html; charset=utf-8\n\n<html><head><title>no</title><style>p{}</style></head><body><p>Dear &amp; all,</p>"
    b"<div>Para 3:<br>why?</div><ul><li>one</li><li>two <b>bold</b></li></ul><blockquote><p>quoted <i>text</i></p></blockquote>"
    b"<p>\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7</p></body></html>"
)


def test_plain_text_is_itself_with_no_person_and_no_date():
    assert read_message("Para 3: why?\n".encode("utf-16"), name="ILO") == Message("", "", "Para 3: why?\n")
    assert read_message(b"\xef\xbb\xbfNote: a text whose first line looks like a header\n", name="ILO").text.startswith("Note:")


@pytest.mark.parametrize(("head", "person", "date"), [
    (
        "From: Reviewer A <a@example.org>\nSent: Monday, March 12, 2018 11:00 PM\nTo: S\nSubject: Draft\n",
        "Reviewer A", "2018-03-12T00:00:00Z",
    ),
    ("From: Reviewer A\nDate: Mon, 12 Mar 2018 11:00:00 +0200\n", "Reviewer A", "2018-03-12T09:00:00Z"),
    ("De : Relecteur A [a@example.org]\nEnvoyé : lundi 12 mars 2018 11:00\nÀ : S\n", "Relecteur A", "2018-03-12T00:00:00Z"),
    ("من: المراجع أ\nالتاريخ: 12 مارس 2018\n", "المراجع أ", "2018-03-12T00:00:00Z"),
    ("From: Reviewer A\nSent: yesterday\n", "Reviewer A", ""),
])
def test_header_pasted_above_the_text_gives_person_and_date(head, person, date):
    message = read_message(f"{head}\nPara 3: why?\n".encode(), name="ILO")
    assert (message.person, message.date, message.text.strip()) == (person, date, "Para 3: why?")


def test_html_mail_is_read_as_lines():
    message = read_message(HEAD + HTML, name="ILO")
    assert (message.person, message.date) == ("A", "2018-03-12T09:00:00Z")
    lines = [line for line in message.text.splitlines() if line]
    assert lines == ["Dear & all,", "Para 3:", "why?", "- one", "- two bold", "> quoted text", "مرحبا"]


HOSTILE = {
    "empty": (b"", "has no text"),
    "outlook": (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "Outlook message (.msg)"),
    "binary": (b"a\0b", "is not a text"),
    "other encoding": ("ملاحظة".encode("cp1256"), "is not UTF-8"),
    "too large": (b"a" * (LARGEST + 1), "larger than 25 MB"),
    "no body": (HEAD + b"\n\n", "has no text"),
    "picture only": (HEAD + b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n", "has no text"),
    "nested": (
        HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(60)) + b"\nx\n",
        "more than 50 parts in parts",
    ),
    "long fields": (HEAD + b"Content-Type: text/plain; " + b"a*0*=b;" * 30_000 + b"\n\nx", "header lines longer"),
    "many fields": (HEAD + b"Content-Type: text/plain; a=b\n" * 3_000 + b"\n\nx", "header lines longer"),
    "folded fields": (HEAD + b"Content-Type: text/plain;\n" + b" a=b;\n" * 3_000 + b"\n\nx", "header lines longer"),
    "too many parts": (
        HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nx\n" * 600 + b"--b--\n", "more than 500 parts",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_file_that_cannot_be_read_is_refused_in_one_line_and_in_time(what):
    data, why = HOSTILE[what]
    started = time.perf_counter()
    with pytest.raises(CopyRefused) as refusal:
        read_message(data, name="ILO")
    assert time.perf_counter() - started < 3
    assert why in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_mail_with_any_bytes_changed_is_read_or_refused():
    good = HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nPara 3\n--b\n' + HTML
    chance = random.Random(5)
    answers = set()
    for _ in range(200):
        changed = bytearray(good)
        for _ in range(chance.randrange(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            answers.add(type(read_message(bytes(changed), name="ILO")).__name__)
        except CopyRefused:
            answers.add("refused")
    assert "Message" in answers
