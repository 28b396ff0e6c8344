"""Documents that fail when the program moves on: the reference, the glossary, the decisions, the links."""

import json
import re
from pathlib import PurePosixPath

import click
import jsonschema
import pytest
from django.apps import apps
from django.urls import get_resolver

from tansiq.cli.main import COMMANDS, cli
from tansiq.secretariat.pages.policy import policy_of, views_of
from tansiq.secretariat.record.facts import Fact, registered
from tansiq.secretariat.record.interchange.entries import read_yaml
from tansiq.secretariat.record.interchange.kinds import Kind, kinds
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, lifecycles
from tansiq.site.configuration import SETTINGS
from tests.house.documents import broken_links, decision_faults, joined, rows, variables_read
from tests.house.generate_reference import FOLDER, PAGES, commands, made
from tests.house.sources import ROOT, Source, kept_files, package, repository

NOT_OURS = {"DJANGO_SETTINGS_MODULE"}


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return repository()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_reference_page_is_what_the_program_says(name: str):
    assert (FOLDER / name).read_text(encoding="utf-8") == made(name), "run: python tests/house/generate_reference.py"


def test_reference_folder_holds_no_page_that_nothing_makes():
    assert {path.name for path in FOLDER.iterdir()} == set(PAGES)


@pytest.mark.parametrize("fact", registered().values(), ids=registered())
def test_fact_is_documented_in_full(fact: Fact):
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", fact.key)
    assert fact.unit
    assert len(fact.about.split()) > 4


@pytest.mark.parametrize("lifecycle", lifecycles().values(), ids=lifecycles())
def test_lifecycle_steps_are_worded_and_say_who_may(lifecycle: Lifecycle):
    assert [step.name for step in lifecycle.transitions if not str(step.says) or not step.may.__doc__] == []


@pytest.mark.parametrize("lifecycle", lifecycles().values(), ids=lifecycles())
def test_lifecycle_states_can_all_be_reached(lifecycle: Lifecycle):
    reached, before = {UNBORN}, set()
    while reached != before:
        before = set(reached)
        reached |= {step.after for step in lifecycle.transitions if reached & set(step.before)}
    assert set(lifecycle.states) - reached == set()


@pytest.mark.parametrize(("path", "context"), [pytest.param(path, context, id=path) for path, context in commands(cli, "tansiq", None)])
def test_command_help_has_an_example_and_words_for_every_option(path: str, context: click.Context):
    shown = context.get_help()
    assert f"Example: {path}" in shown or isinstance(context.command, click.Group)
    assert [option.name for option in context.command.get_params(context) if isinstance(option, click.Option) and not option.help] == []


def test_commands_listed_are_all_there():
    context = click.Context(cli)
    assert [name for name in COMMANDS if cli.get_command(context, name) is None] == []


def test_policy_every_address_is_under_one():
    assert [route for route, view in views_of(get_resolver()) if policy_of(view) is None] == []


def test_settings_documented_are_those_the_code_reads(sources: list[Source]):
    read = {name for source in sources if package(source.path) for name in variables_read(source)}
    assert read - NOT_OURS == {setting.name for setting in SETTINGS}


@pytest.mark.parametrize("kind", kinds(), ids=[kind.file for kind in kinds()])
def test_import_kind_is_documented_and_its_schema_is_sound(kind: Kind):
    jsonschema.Draft202012Validator.check_schema(kind.schema)
    assert len(kind.about.split()) > 3
    assert kind.schema["additionalProperties"] is False


def test_import_schema_accepts_the_example():
    schema = json.loads((FOLDER / "import-format.schema.json").read_text(encoding="utf-8"))
    folder = {path.name: read_yaml(path)[0] for path in sorted((ROOT / "examples" / "wgim-2017").glob("*.yaml"))}
    jsonschema.Draft202012Validator.check_schema(schema)
    assert folder["manifest.yaml"]["kind"] == "authored"
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(folder)] == []


def test_words_name_every_kind_of_row_with_its_table(sources: list[Source]):
    words = next(source for source in sources if source.path == PurePosixPath("docs/words.md"))
    named = {
        (name, table)
        for _, cells in rows(words)
        for name, table in zip(re.findall(r"`([^`]+)`", cells[-2]), re.findall(r"`([^`]+)`", cells[-1]), strict=True)
    }
    ours = [model for model in apps.get_models() if model.__module__.startswith("tansiq.")]
    assert named == {(f"{model._meta.app_label}.{model.__name__}", model._meta.db_table) for model in ours}


def test_words_of_the_field_stand_in_three_languages(sources: list[Source]):
    words = next(source for source in sources if source.path == PurePosixPath("docs/words.md"))
    of_the_field = [cells for _, cells in rows(words) if len(cells) == 5]
    assert len(of_the_field) > 20
    assert [cells for cells in of_the_field if not (re.search("[a-z]", cells[0]) and re.search("[ء-ي]", cells[1]) and cells[2])] == []


def test_decisions_are_numbered_and_have_all_parts(sources: list[Source]):
    assert [source for source in sources if source.path.parent == PurePosixPath("docs/decisions")]
    assert list(map(str, decision_faults(sources))) == []


def test_links_between_files_lead_somewhere(sources: list[Source]):
    others = [PurePosixPath(path.relative_to(ROOT).as_posix()) for path in kept_files()]
    assert list(map(str, broken_links(sources, others))) == []


def text(path: str, content: str) -> Source:
    return Source(PurePosixPath(path), content)


def test_variables_read_planted_in_every_form_are_found():
    code = 'a = os.environ["A"]\nb = os.environ.get("B") or os.getenv("C", "")\nos.environ["D"] = "1"\nos.environ.setdefault("E", "1")\n'
    assert sorted(variables_read(text("src/tansiq/a.py", code))) == ["A", "B", "C"]


def test_broken_links_planted_are_found():
    pages = [
        text("docs/a.md", "[b](b.md) [c](c.md)\n[up](../README.md#start) ![x](b.md#none)\n[w](https://a.b) `[n](n.md)` [h](#a-b)\n# A b\n"),
        text("docs/b.md", "```\n[no](no.md)\n# None\n```\n"),
        text("README.md", "# Start\n[docs](docs/)\n"),
    ]
    assert [(finding.path, finding.line, finding.what) for finding in broken_links(pages)] == [
        ("docs/a.md", 1, "c.md leads nowhere."), ("docs/a.md", 2, "b.md#none leads nowhere."),
    ]


def test_decision_faults_planted_are_found():
    good = "# 1. One\nStatus: accepted.\n\n## Context\nx\n\n## Decision\nx\n\n## Rejected\nx\n\n## What would reverse it\nx\n"
    assert list(decision_faults([text("docs/decisions/0001-one.md", good)])) == []
    bad = [text("docs/decisions/0001-one.md", good.replace("## Rejected", "")), text("docs/decisions/0003-two.md", good + "word " * 600)]
    assert [(finding.path, finding.what.split()[0]) for finding in decision_faults(bad)] == [
        ("docs/decisions/0001-one.md", "the"), ("docs/decisions/0003-two.md", "number"), ("docs/decisions/0003-two.md", "620"),
    ]


def test_rows_of_a_table_are_read_without_head_and_rule():
    table = "| a | b |\n| --- | --- |\n| `x` | 1 |\n\n| c | d |\n| --- | --- |\n| y | z |\ntext\n"
    assert list(rows(text("a.md", table))) == [(3, ["`x`", "1"]), (7, ["y", "z"])]


def test_joined_path_goes_up_and_down():
    assert joined(PurePosixPath("docs/decisions"), "../words.md") == PurePosixPath("docs/words.md")
