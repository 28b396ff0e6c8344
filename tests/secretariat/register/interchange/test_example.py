"""The example folder: what it puts into the register, and that a second import changes nothing."""

from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy

import pytest
from ruamel.yaml import YAML

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.log import verify_chain
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.record.interchange import ImportReport, import_folder
from tansiq.secretariat.record.models import LogEntry, Move
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST, members, objectives, terms_of_reference
from tansiq.secretariat.register.models import OrganizationName, SeatTerm

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "wgim-2017"
FILES = ("manifest", "organizations", "mandates", "mechanisms", "groups", "seats", "requests")
AS_OF = date(2017, 11, 15)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        copy(EXAMPLE / f"{name}.yaml", tmp_path)
    return tmp_path


def imported(folder: Path, day: int = 1) -> ImportReport:
    return import_folder(folder, by=import_actor, at=datetime(2026, 1, day, tzinfo=UTC))


def test_example_first_import_creates_every_entry(folder):
    counts = {kind: dict(count) for kind, count in imported(folder).counts.items()}
    assert counts == {
        "organization": {"created": 20, "changed": 0, "unchanged": 0},
        "mandate": {"created": 2, "changed": 0, "unchanged": 0},
        "mechanism": {"created": 1, "changed": 0, "unchanged": 0},
        "group": {"created": 1, "changed": 0, "unchanged": 0},
        "seat": {"created": 16, "changed": 0, "unchanged": 0},
        "join-request": {"created": 1, "changed": 0, "unchanged": 0},
    }


def test_example_second_import_changes_nothing(folder):
    imported(folder)
    before = (LogEntry.objects.count(), OrganizationName.objects.count(), SeatTerm.objects.count(), Move.objects.count())
    report = imported(folder, day=2)
    assert report.nothing_changed
    assert (LogEntry.objects.count(), OrganizationName.objects.count(), SeatTerm.objects.count(), Move.objects.count()) == before
    assert verify_chain() == before[0]


@pytest.mark.needs("shared")
def test_example_members_are_the_sixteen_of_the_source(folder, shared):
    imported(folder)
    source = YAML(typ="safe").load((shared / "acceptance" / "working-group-2017.yaml").read_text(encoding="utf-8"))
    names = Names(AS_OF, LATEST)
    forms = [names.name(f"register/organization/{seat.organization}", "en") for seat in members("wgim", AS_OF, LATEST)]
    printed = [(form.acronym, form.long) for form in forms]
    assert sorted(printed) == sorted((each["acronym"], each["name"]) for each in source["group"]["members_as_of_2017_11"])


@pytest.mark.needs("shared")
def test_example_names_are_those_of_the_terms(folder, shared):
    imported(folder)
    terms = YAML(typ="safe").load((shared / "acceptance" / "terms-2017.yaml").read_text(encoding="utf-8"))
    names = Names(AS_OF, LATEST)
    for organization in terms["organizations"]:
        ref = f"register/organization/{organization['id'].lower()}"
        french, arabic = names.name(ref, "fr"), names.name(ref, "ar")
        assert (french.long, french.short, french.the, french.to, french.of) == tuple(
            organization["fr"][form] for form in ("long", "short", "the", "to", "of")
        ) or organization["id"] == "LAS"
        assert (arabic.long, arabic.text("short"), arabic.definite, arabic.to) == tuple(
            organization["ar"][form] for form in ("long", "short", "def", "to")
        )


def test_example_facts_of_november_2017_answer_as_the_source_says(folder):
    imported(folder)

    def value(key: str, **params: str) -> object:
        return ask(key, as_of=AS_OF, known_at=LATEST, group="wgim", **params).value

    assert value("register.member_count") == 16
    assert value("register.member_count_if_approved") == 17
    assert value("register.co_chairs") == ["escwa", "iom", "las"]
    assert value("register.request_state", organization="unicef") == "circulated"
    assert value("register.request_received_on", organization="unicef") == "2017-09"
    assert value("register.co_chairs_waiting", organization="unicef") == ["escwa", "iom", "las"]


def test_example_before_the_letter_nobody_asks(folder):
    imported(folder)
    assert ask("register.member_count_if_approved", as_of=date(2017, 9, 29), known_at=LATEST, group="wgim").value == 16


def test_example_terms_of_reference_say_who_decides_and_why_the_group_is(folder):
    imported(folder)
    terms = terms_of_reference("wgim", AS_OF, LATEST)
    assert (terms.decision_rule, terms.languages) == ("each_co_chair", ["en", "ar", "fr"])
    assert [each.text["en"] for each in objectives("wgim", AS_OF, LATEST)] == [
        "coordinate the work programmes of regional actors on international migration",
        "promote joint research on migration",
    ]


def test_example_wrong_forms_of_the_source_are_known(folder):
    imported(folder)
    wrong = {form.ref.rsplit("/", 1)[1]: form.misspelt for form in Names(AS_OF, LATEST).every() if form.misspelt}
    assert wrong == {
        "a-res-71-280": ("A/71/280",),
        "escwa": ("UN-ESCWA",),
        "un-women": ("United Nations Entity for Gender Empowerment",),
        "unaids": ("United Nations Joint Programme on HIV/AIDS",),
        "unicef": ("UNCEF",),
        "unodc": ("United Office on Drugs and Crime",),
    }
