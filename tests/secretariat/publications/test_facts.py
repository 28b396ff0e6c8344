"""The facts of publications where the example does not reach: unknown rows, inputs of editions, words for every state."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.publications.domain.inputs import bind_input
from tansiq.secretariat.publications.enums import EditionState, InputForm, InputState, VersionState
from tansiq.secretariat.publications.facts import EDITION_WORDS, INPUT_WORDS, VERSION_WORDS, inputs_of_editions
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.register.domain.questions import LATEST

DAY = date(2017, 11, 15)


def test_facts_of_what_nobody_planned_are_none(edition):
    wanted = {
        "publications.edition_number": {"edition": "atlas"},
        "publications.edition_state": {"edition": "atlas"},
        "publications.stage_date": {"edition": edition.slug, "stage": "launch"},
        "publications.version_state": {"edition": edition.slug, "language": "fr"},
        "publications.input_state": {"input": "letter"},
    }
    for key, params in wanted.items():
        value = ask(key, as_of=DAY, known_at=LATEST, group="wgim", **params)
        assert (value.value, value.rests_on, value.display["en"]) == (None, (), "none")
    assert ask("publications.brief_count", as_of=DAY, known_at=LATEST, group="wgim", meeting="picnic").value == 0


def test_inputs_of_an_edition_belong_to_the_group_of_its_series(edition, escwa, hand):
    bind_input(slug="report", source=edition, destination=escwa, form=InputForm.DOCUMENT, on=parse("2017-10-01"), **hand)
    assert list(inputs_of_editions(DAY, LATEST)) == [{"group": "wgim", "input": "report"}]
    assert list(inputs_of_editions(date(2017, 9, 30), LATEST)) == []


def test_words_every_state_has_one_in_each_language():
    assert [{*words} for words in (EDITION_WORDS, VERSION_WORDS, INPUT_WORDS)] == [
        {*EditionState.values}, {*VersionState.values}, {*InputState.values},
    ]
    tables = (*EDITION_WORDS.values(), *VERSION_WORDS.values(), *INPUT_WORDS.values())
    assert all({*words} == {"en", "ar", "fr"} for words in tables)
