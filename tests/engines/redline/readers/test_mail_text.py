"""Where a mail begins and ends."""

import time

import pytest

from tansiq.engines.redline.readers.mail_text import cut


def said(text, is_of_draft=lambda quoted: False):
    return [(each.line, each.text, each.goes_on, each.above) for each in cut(text, is_of_draft).said]


def test_said_begins_at_places_bullets_and_blank_lines():
    assert said("One\nruns on.\n- Two\nruns on.\nPara 3: three\n\nFour\n") == [
        (1, "One runs on.", False, ""), (3, "- Two runs on.", True, ""), (5, "Para 3: three", True, ""), (7, "Four", False, ""),
    ]


def test_said_below_quoted_lines_of_the_draft_knows_them():
    text = "> of the draft\n> and more\nYes.\n- No.\n\n>> other\nMaybe."
    assert said(text, lambda quoted: quoted.startswith("of the")) == [
        (3, "Yes.", False, "of the draft and more"), (4, "- No.", True, ""), (7, "Maybe.", False, ""),
    ]


@pytest.mark.parametrize("greeting", ["Dear all,", "Hello", "Bonjour à tous,", "Chers collègues,", "السادة الزملاء،", "Good morning!"])
def test_greeting_is_cut_off_and_listed(greeting):
    done = cut(f"\n{greeting}\n\nText", lambda quoted: False)
    assert [each.text for each in done.said] == ["Text"]
    assert [(left.kind, left.text) for left in done.left_out] == [("greeting", greeting)]


@pytest.mark.parametrize("first", ["Dearth of data is the issue.", "Highlights are missing", "Para 1: hello"])
def test_first_line_that_is_no_greeting_stays(first):
    assert [each.text for each in cut(first, lambda quoted: False).said] == [first]


@pytest.mark.parametrize("closing", [
    "-- ", "Best regards,", "With kind regards", "Regards", "Yours sincerely,", "Many thanks!", "Thank you.", "Cordialement,",
    "Bien à vous", "مع خالص التحية،", "مع التحية والتقدير", "وتفضلوا بقبول فائق الاحترام", "شكراً جزيلاً", "Sent from my phone",
])
def test_signature_is_cut_off_and_listed(closing):
    done = cut(f"Text\n{closing}\nName\nUnit", lambda quoted: False)
    assert [each.text for each in done.said] == ["Text"]
    assert [(left.kind, left.where) for left in done.left_out] == [("signature", "2")]
    assert done.left_out[0].text.endswith("Name\nUnit")


def test_thanks_above_comments_is_no_signature():
    done = cut("Thank you.\n\nPara 3: why?\n\nRegards\nName", lambda quoted: False)
    assert [each.text for each in done.said] == ["Thank you.", "Para 3: why?"]
    assert [left.kind for left in done.left_out] == ["signature"]


def test_from_in_a_sentence_is_no_header():
    assert [each.text for each in cut("From: 16 to 18\nis a change", lambda quoted: False).said] == ["From: 16 to 18 is a change"]


@pytest.mark.parametrize("line", [
    "On " + "a" * 100_000, "> " * 50_000, "-" * 100_000, "from" * 30_000, "On a wrote " * 9_000, "para " * 20_000, " " * 100_000 + "x",
])
def test_long_lines_are_answered_in_time(line):
    started = time.perf_counter()
    cut("\n".join([line] * 3), lambda quoted: False)
    assert time.perf_counter() - started < 3
