"""meetings.yaml: what it puts in, and what of it is refused, with its line."""

import pytest

from tansiq.secretariat.meetings.models import MeetingPointTerm, MeetingTerm, Organizer, ParticipationTotal
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

MEETING = """\
- slug: consultation
  kind: consultation
  names: [{en: {long: Regional Consultation}}]
  groups:
    - {group: wgim, role: contributor}
  organizers:
    - {organization: escwa, role: co_organizer}
  terms:
    - {dates: 26-27 September 2017, place: {en: Beirut}}
  outcomes:
    - {position: 1, text: {en: dignity}, from: 2017-09-27}
    - {position: 2, text: {en: cooperation}, from: 2017-09-27}
  participation:
    - {position: 1, stakeholders: {en: experts}, count: 12}
  total:
    - {count: 90, approximate: true}
  moves:
    - {move: plan, on: before 26 September 2017}
    - {move: hold, on: 26-27 September 2017}
"""


@pytest.fixture
def folder(tmp_path, world):
    return Folder(tmp_path).write("meetings", MEETING)


def problem(folder):
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    return str(failed.value)


def test_meetings_first_import_creates_and_the_second_changes_nothing(folder):
    assert folder.load().counts["meeting"] == {"created": 1, "changed": 0, "unchanged": 0}
    assert folder.load().nothing_changed
    assert (MeetingPointTerm.objects.count(), Organizer.objects.count(), ParticipationTotal.objects.get().count) == (2, 1, 90)


def test_meetings_what_is_left_out_is_withdrawn_and_kept_as_known(folder):
    folder.load()
    folder.write("meetings", MEETING.replace("    - {position: 2, text: {en: cooperation}, from: 2017-09-27}\n", ""))
    assert folder.load().counts["meeting"] == {"created": 0, "changed": 1, "unchanged": 0}
    assert (MeetingPointTerm.objects.current().count(), MeetingPointTerm.objects.count()) == (1, 2)


def test_meetings_correction_of_a_meeting_held_is_possible(folder):
    folder.load()
    folder.write("meetings", MEETING.replace("place: {en: Beirut}", "place: {en: Beirut, fr: Beyrouth}"))
    folder.load()
    assert [term.place["fr"] for term in MeetingTerm.objects.current()] == ["Beyrouth"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("group: wgim", "group: wgin", "meetings.yaml:5: groups[0].group: there is no group 'wgin'; did you mean 'wgim'?"),
        ("    - {group: wgim, role: contributor}\n", "    []\n", "meetings.yaml:4: groups: an empty list is found; "),
        ("{en: dignity}", "{verified: {en: a page}}", "meetings.yaml:11: outcomes[0].text: a record of fields is found; one "),
        ("role: co_organizer", "role: helper", "meetings.yaml:7: organizers[0].role: 'helper' is found; one of host, co_organizer"),
        ("count: 90", "count: many", "meetings.yaml:16: total[0].count: 'many' is found; a number of people is expected."),
        ("on: 26-27 September", "on: 2-3 October", "meetings.yaml:19: moves[1].on: the meeting consultation is set for 26–27 "),
        ("dates: 26-27 September 2017", "dates: 31 September 2017", "meetings.yaml:9: terms[0].dates: "),
        ("place: {en: Beirut}", "mandate: a-res-71-280", "meetings.yaml:9: terms[0].mandate: there is no mandate 'a-res-71-280'"),
    ],
)
def test_meetings_bad_line_is_named_and_nothing_is_written(folder, old, new, expected):
    folder.write("meetings", MEETING.replace(old, new))
    assert problem(folder).startswith(expected)
    assert MeetingTerm.objects.count() == 0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("move: hold", "move: held", "'held' is not a step of this meeting; did you mean 'hold'? (possible now: 'call', 'hold'"),
        ("move: hold", "move: conclude", "'conclude' is not a step of this meeting (possible now: 'call', 'hold'"),
        ("move: hold", "move: plan", "is 'planned'; 'plan' is possible only from 'not begun'; possible now: 'call'"),
    ],
)
def test_meetings_wrong_move_is_a_problem_of_that_move_and_says_which_are_possible(folder, old, new, expected):
    folder.write("meetings", MEETING.replace(old, new))
    said = problem(folder)
    assert said.startswith("meetings.yaml:19: moves[1].move: the meeting consultation")
    assert expected in said


def test_meetings_move_before_the_last_is_a_problem_of_that_move(folder):
    folder.write("meetings", MEETING.replace("before 26 September 2017", "1 October 2017"))
    assert problem(folder).startswith("meetings.yaml:19: moves[1].move: the meeting consultation: 'hold' (26–27 September 2017) would come")
