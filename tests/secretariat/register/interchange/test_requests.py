"""requests.yaml: moves and answers on their dates, and each bad line."""

from datetime import date

import pytest

from tansiq.secretariat.record.models import LogEntry, Move
from tansiq.secretariat.register.domain.questions import LATEST, answers_of, members, requests
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest
from tests.secretariat.register.interchange.folder import SEATS, imported, outcomes, problems

pytestmark = pytest.mark.django_db

RECEIVED = """\
- slug: wgim-fao
  group: wgim
  organization: fao
  signatory: One
  moves:
    - {move: receive, on: September 2017}
    - {move: circulate, on: 2 October 2017}
"""
ANSWERS = """\
  answers:
    - {organization: iom, answer: agrees, on: 5 January 2018, basis: {kind: letter, reference: Letter}}
"""
APPROVED = RECEIVED + "    - {move: approve, on: 10 January 2018, effective_on: 1 February 2018}\n"
ROUNDS = """\
- slug: wgim-fao
  group: wgim
  organization: fao
  moves:
    - {move: note_interest, on: June 2017}
    - {move: receive, on: September 2017}
    - {move: circulate, on: 2 October 2017}
    - {move: defer, on: 1 November 2017, because: more members first}
    - {move: circulate, on: 1 March 2018}
    - {move: decline, on: 1 April 2018}
  answers:
    - {organization: iom, answer: agrees, on: 3 March 2018}
    - {organization: iom, answer: objects, on: 3 October 2017}
"""


def held(day):
    return [(each.request, each.state_then, len(each.rests_on)) for each in requests("wgim", day, LATEST)]


def test_request_is_moved_on_its_dates(tmp_path):
    imported(tmp_path, requests=RECEIVED)
    assert [held(day) for day in (date(2017, 9, 30), date(2017, 10, 2))] == [
        [("wgim-fao", "received", 1)], [("wgim-fao", "circulated", 2)]
    ]
    assert JoinRequest.objects.get().signatory == "One"


@pytest.mark.parametrize("text", [RECEIVED, APPROVED + ANSWERS], ids=["received", "approved"])
def test_request_imported_twice_changes_nothing(tmp_path, text):
    imported(tmp_path, requests=text)
    length = LogEntry.objects.count()
    assert outcomes(imported(tmp_path, 1, requests=text))["join-request"] == "unchanged"
    assert LogEntry.objects.count() == length


def test_request_approved_in_the_file_is_seated_by_the_verb(tmp_path):
    report = imported(tmp_path, requests=APPROVED + ANSWERS)
    assert outcomes(report)["join-request"] == "created"
    assert [len(members("wgim", day, LATEST)) for day in (date(2018, 1, 31), date(2018, 2, 1))] == [1, 2]
    assert CoChairAnswer.objects.get().basis.reference == "Letter"


def test_request_approved_and_seated_in_the_files_is_one_seat(tmp_path):
    seat = "- slug: wgim-fao\n  group: wgim\n  organization: fao\n  terms:\n    - {from: 1 February 2018, kind: member}\n"
    imported(tmp_path, requests=APPROVED + ANSWERS, seats=SEATS + seat)
    assert outcomes(imported(tmp_path, 1, requests=APPROVED + ANSWERS, seats=SEATS + seat))["seat"] == "unchanged"
    assert len(members("wgim", date(2018, 2, 1), LATEST)) == 2


def test_request_continued_in_the_file_is_changed(tmp_path):
    imported(tmp_path, requests=RECEIVED)
    assert outcomes(imported(tmp_path, 1, requests=APPROVED + ANSWERS))["join-request"] == "changed"
    assert JoinRequest.objects.get().state == "approved"


def test_request_in_two_rounds_takes_each_answer_to_its_own(tmp_path):
    imported(tmp_path, requests=ROUNDS)
    request = JoinRequest.objects.select_related("group").get()
    given = [[each.answer for each in answers_of(request, day, LATEST)] for day in (date(2017, 10, 3), date(2018, 3, 2), date(2018, 3, 3))]
    assert given == [["objects"], [""], ["agrees"]]
    assert [move.name for move in Move.objects.order_by("pk")] == [
        "note_interest", "receive", "circulate", "defer", "circulate", "decline"
    ]
    assert outcomes(imported(tmp_path, 1, requests=ROUNDS))["join-request"] == "unchanged"


BAD = {
    "unknown organization": (
        RECEIVED.replace("organization: fao", "organization: faoo"),
        "requests.yaml:3: organization: there is no organization 'faoo'; did you mean 'fao'?",
    ),
    "sitting member": (
        RECEIVED.replace("organization: fao", "organization: iom"),
        "requests.yaml:6: moves[0].move: iom is a member of wgim from 2015; it need not ask.",
    ),
    "second open request": (
        RECEIVED + RECEIVED.replace("slug: wgim-fao", "slug: wgim-fao-2"),
        "requests.yaml:13: moves[0].move: the request wgim-fao is open (circulated); decide or withdraw it first.",
    ),
    "approved without an answer": (
        APPROVED,
        "requests.yaml:8: moves[2].move: the request wgim-fao: not every co-chair had agreed by 10 January 2018: iom (no answer).",
    ),
    "out of order": (
        RECEIVED.replace("2 October 2017", "2 August 2017"),
        "requests.yaml:7: moves[1].move: the request wgim-fao: 'circulate' (2 August 2017) would come before 'receive' (September 2017).",
    ),
    "impossible step": (
        RECEIVED.replace("move: circulate", "move: defer"),
        "requests.yaml:7: moves[1].move: the request wgim-fao is 'received'; 'defer' is possible only from 'circulated'; "
        "possible now: 'circulate', 'withdraw'.",
    ),
    "step named by its state": (
        RECEIVED.replace("move: circulate", "move: circulated"),
        "requests.yaml:7: moves[1].move: 'circulated' is found; one of note_interest, receive, circulate, approve, decline, defer, "
        "withdraw is expected. Did you mean 'circulate'?",
    ),
    "date not known": (
        RECEIVED.replace("2 October 2017", "TBC"),
        "requests.yaml:7: moves[1].on: 'TBC' is not a date; leave the field out while the date is not known",
    ),
    "first step impossible": (
        RECEIVED.replace("move: receive", "move: decline"),
        "requests.yaml:6: moves[0].move: a request cannot begin with 'decline'; its first step is 'note_interest' or 'receive'.",
    ),
    "unknown step": (
        RECEIVED.replace("move: circulate", "move: send"),
        "requests.yaml:7: moves[1].move: 'send' is found; one of note_interest, receive, circulate, approve, decline, defer, withdraw is "
        "expected.",
    ),
    "answer of one that was not asked": (
        RECEIVED + ANSWERS.replace("organization: iom", "organization: fao"),
        "requests.yaml:9: answers[0]: fao was no co-chair of wgim on 2 October 2017; the co-chairs were: iom.",
    ),
    "answer of nobody": (
        RECEIVED + ANSWERS.replace("organization: iom", "organization: who"),
        "requests.yaml:9: answers[0].organization: there is no organization 'who'",
    ),
    "duplicate": (
        RECEIVED + RECEIVED,
        "requests.yaml:8: slug: 'wgim-fao' stands twice; line 1 has it first.",
    ),
    "file that is not there": (
        RECEIVED.replace("on: September 2017", "on: September 2017, file: letter.pdf"),
        "requests.yaml:6: moves[0].file: there is no file 'letter.pdf' in the folder",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_line_is_named_and_nothing_is_written(tmp_path, case):
    text, expected = BAD[case]
    assert problems(tmp_path, requests=text) == [expected]
    assert JoinRequest.objects.count() == 0
    assert LogEntry.objects.count() == 0


def test_moves_made_otherwise_than_in_the_file_are_refused(tmp_path):
    imported(tmp_path, requests=RECEIVED)
    assert problems(tmp_path, requests=RECEIVED.replace("2 October 2017", "3 October 2017")) == [
        "requests.yaml:7: moves[1].move: the record holds 'circulate' on 2 October 2017 here; take that move back first, then import again"
    ]


def test_letter_in_the_folder_is_kept_as_evidence(tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"a letter")
    imported(tmp_path, requests=RECEIVED.replace("on: September 2017", "on: September 2017, file: letter.pdf"))
    assert Move.objects.get(name="receive").evidence.filename == "letter.pdf"
