"""Mails as people write them."""

import pytest

from tansiq.engines.redline.align.index import How
from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.mail import read_mail
from tests.engines.redline.small_base import small_base

RECEIVED = "2018-03-15T00:00:00Z"


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return read_mail(data, agency="ILO", index=small_base(), received=RECEIVED)


def comments(answer):
    return [(comment.text, comment.place.paragraph) for comment in answer.comments]


def changes(answer):
    return [(edit.kind, edit.before, edit.after, edit.place.paragraph) for edit in answer.edits]


LETTER = """\
Dear colleagues,

Thank you for the draft, which reads well.

Page 2, para 3: which series
is meant?
Para 4 - the two sentences should be one.
Para 99: no source is given.

- Para 3: replace "22 countries" with "21 countries".
- Para 2: delete "in Beirut or".

Page 3:
- the launch needs a date
- Para 5: يرجى الحذف

Para 1:

Was it 2013 or 2014?

Best regards,
The focal point
Head of unit | +000
"""


def test_letter_becomes_its_remarks_each_in_its_place():
    answer = read(LETTER)
    assert comments(answer) == [
        ("Thank you for the draft, which reads well.", 0), ("which series is meant?", 6), ("the two sentences should be one.", 9),
        ("no source is given.", 0), ("the launch needs a date", 8), ("يرجى الحذف", 10), ("Was it 2013 or 2014?", 0),
    ]
    assert changes(answer) == [
        (Kind.DELETION, "22", "", 6), (Kind.INSERTION, "", "21", 6), (Kind.DELETION, "in Beirut or", "", 3),
    ]
    assert [(left.kind, left.where) for left in answer.left_out] == [("greeting", "1"), ("signature", "21")]
    assert "Head of unit" in answer.left_out[1].text
    assert {comment.source for comment in answer.comments} == {Source.MAIL}
    assert {(comment.agency, comment.date) for comment in answer.comments} == {("ILO", RECEIVED)}


def test_place_that_is_none_or_two_is_a_general_comment_that_says_it():
    answer = read(LETTER)
    ninety_nine, first = answer.comments[3], answer.comments[6]
    assert (ninety_nine.place.flow, ninety_nine.place.heading, ninety_nine.starts) == ("", "Para 99", None)
    assert first.place.heading == "Para 1"
    assert [(entry.key, entry.how) for entry in answer.unplaced] == [
        ("line 3", How.NOWHERE), ("line 8", How.NOWHERE), ("line 19", How.AMBIGUOUS),
    ]


def test_lines_of_the_draft_quoted_above_an_answer_are_its_place():
    answer = read(
        "> It meets twice a year in Beirut or in Cairo,\n> as its members decide.\nThree times since 2016.\n\n"
        "> nothing of the draft\nYes.\n",
    )
    assert comments(answer) == [("Three times since 2016.", 3), ("Yes.", 0)]
    assert answer.comments[0].anchor_text == "It meets twice a year in Beirut or in Cairo, as its members decide."
    assert [(left.kind, left.text) for left in answer.left_out] == [("quoted_mail", "nothing of the draft")]


@pytest.mark.parametrize("original", [
    "-----Original Message-----\nFrom: X\nThe draft is attached. Para 3 is new.",
    "From: The secretariat <s@example.org>\nSent: Monday, 5 March 2018 10:00\nTo: All\nSubject: Draft\n\nPara 3 is new.",
    "De : Le secrétariat\nEnvoyé : lundi 5 mars 2018\nÀ : Tous\n\nPara 3 est nouveau.",
    "On Mon, 5 Mar 2018 at 10:00, The secretariat <s@example.org> wrote:\n> The draft is attached.\n> Para 3 is new.",
    "On Mon, 5 Mar 2018 at 10:00, The secretariat\n<s@example.org> wrote:\n\n> The draft is attached.",
    "Le lun. 5 mars 2018 à 10:00, Le secrétariat a écrit :\nPara 3 est nouveau.",
    "---------- Forwarded message ---------\nPara 3 is new.",
])
def test_mail_that_is_answered_is_cut_off_and_listed(original):
    answer = read(f"Para 4: too short.\n\nKind regards\nThe focal point\n\n{original}\n")
    assert comments(answer) == [("too short.", 9)]
    assert {left.kind for left in answer.left_out} == {"signature", "quoted_mail"}
    listed = " ".join(" ".join(left.text.split()) for left in answer.left_out)
    assert all(word.strip(">") in listed for word in original.split())


def test_answers_between_the_lines_of_the_mail_that_is_answered_are_kept():
    answer = read("See below.\n\nOn Mon, 5 Mar 2018, S wrote:\n> the second of its series. It covers 22 countries.\nNo, 21.\n")
    assert comments(answer) == [("See below.", 0), ("No, 21.", 6)]
    assert [left.text for left in answer.left_out] == ["On Mon, 5 Mar 2018, S wrote:"]


def test_instruction_that_cannot_be_carried_out_is_a_comment_in_its_own_words():
    answer = read('Para 4: delete "Data on labour migration".\n\nReplace "was held in" with "took place in" everywhere.\n')
    assert changes(answer) == []
    assert comments(answer) == [
        ('delete "Data on labour migration".', 9), ('Replace "was held in" with "took place in" everywhere.', 0),
    ]


def test_instruction_with_a_reason_is_an_edit_and_a_comment():
    answer = read('Para 3: replace "22 countries" with "21 countries" because one left.\n')
    assert changes(answer) == [(Kind.DELETION, "22", "", 6), (Kind.INSERTION, "", "21", 6)]
    assert comments(answer) == [('replace "22 countries" with "21 countries" because one left.', 6)]
    assert answer.edits[0].said == 'replace "22 countries" with "21 countries" because one left.'


def test_saved_mail_gives_person_date_and_names_its_attachments():
    answer = read(
        b"From: =?utf-8?q?R=C3=A9viseur?= A <a@example.org>\r\nDate: Mon, 12 Mar 2018 11:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPara 3: why?\r\n'
        b'--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="x.pdf"\r\n\r\nx\r\n--b--\r\n',
    )
    comment, = answer.comments
    assert (comment.person, comment.date, comment.text, comment.place.paragraph) == ("Réviseur A", "2018-03-12T09:00:00Z", "why?", 6)
    assert [(warned.code, dict(warned.params)) for warned in answer.warnings] == [("attachment_not_read", {"file": "x.pdf"})]


def test_place_that_nothing_follows_is_kept():
    assert comments(read("Para 3:\n\nPara 4:\n")) == [("Para 3:", 6), ("Para 4:", 9)]


def test_only_a_greeting_is_no_comment():
    assert read("Dear all,\n").comments == ()


def test_file_that_is_no_mail_is_refused_in_one_line():
    with pytest.raises(CopyRefused, match="ILO: the text is not UTF-8") as refusal:
        read(b"caf\xe9")
    assert "\n" not in str(refusal.value)
