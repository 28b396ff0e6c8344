"""inputs.yaml: one source and one destination, or a problem of that line."""

import pytest

from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.publications.models import Input
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

INPUT = """\
- slug: summary
  meeting: consultation
  organization: escwa
  form: summary
  moves: [{move: plan, on: 2017-09-27}]
"""


@pytest.fixture
def folder(tmp_path, world):
    Meeting.objects.create(slug="consultation", kind="consultation")
    return Folder(tmp_path).write("inputs", INPUT)


def test_inputs_first_import_creates_and_the_second_changes_nothing(folder):
    assert folder.load().counts["input"] == {"created": 1, "changed": 0, "unchanged": 0}
    assert folder.load().nothing_changed


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  meeting: consultation\n", "", "inputs.yaml:1: meeting: an input comes from a meeting or from an edition: give one of the two"),
        ("  organization: escwa\n", "", "inputs.yaml:1: step: an input goes to a step or to an organization: give one of the two"),
        ("meeting: consultation", "meeting: consultations", "inputs.yaml:2: meeting: there is no meeting 'consultations'; did you mean"),
        ("form: summary", "form: poem", "inputs.yaml:4: form: 'poem' is found; one of summary, key_messages, document is expected."),
    ],
)
def test_inputs_bad_line_is_named_and_nothing_is_written(folder, old, new, expected):
    folder.write("inputs", INPUT.replace(old, new))
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    assert str(failed.value).startswith(expected)
    assert Input.objects.count() == 0


def test_inputs_another_destination_is_another_input(folder):
    folder.load()
    folder.write("inputs", INPUT.replace("escwa", "iom"))
    with pytest.raises(ImportFailed, match="inputs.yaml:3: organization: .* has organization .*, which cannot change"):
        folder.load()
