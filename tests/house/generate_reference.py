"""Writes docs/reference from what the program itself says. Run as a file it writes the pages; a test fails when they would differ."""

import inspect
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import click
import django
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tansiq.site.settings")
sys.path.append(str(Path(__file__).resolve().parents[2]))  # run as a file, its own folder alone would be searched
django.setup()

from tansiq.cli.main import cli  # noqa: E402 (the registries fill at django.setup)
from tansiq.secretariat.record.facts import Fact, registered  # noqa: E402
from tansiq.secretariat.record.interchange.entries import read_yaml  # noqa: E402
from tansiq.secretariat.record.interchange.kinds import BASIS, DATE, MOVES, NAME_FORM, NAMES, SLUG, TEXT, TEXTS, kinds  # noqa: E402
from tansiq.secretariat.record.interchange.run import MANIFEST  # noqa: E402
from tansiq.secretariat.record.lifecycle import Lifecycle, Transition, lifecycles  # noqa: E402
from tansiq.site.configuration import SETTINGS  # noqa: E402
from tests.house.access import ACTORS, NOTHING, OPEN, SIGN_IN, VISITORS, addresses, matrix  # noqa: E402
from tests.house.access import steps as access_steps  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "reference"
NOTE = "<!-- Made by tests/house/generate_reference.py from the program itself. Do not edit: change the program and make it again. -->"
WIDTH = 100
SHARED: dict[str, Mapping[str, Any]] = {"Names": NAMES, "Name form": NAME_FORM, "Texts": TEXTS, "Moves": MOVES, "Basis": BASIS}
DEFINED: dict[str, Mapping[str, Any]] = {"Slug": SLUG, "Date": DATE, "Text": TEXT}
PLAIN = {f"a {name.lower()}": schema for name, schema in DEFINED.items()}


def page(title: str, about: str, parts: Iterator[str]) -> str:
    """A page: its title, what it is, its parts."""
    return "\n\n".join([f"# {title}", NOTE, about, *parts]).rstrip() + "\n"


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; a bar in a cell is escaped."""
    cells = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def first_line(docstring: str | None) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join(inspect.cleandoc(docstring or "").split("\n\n")[0].split())


# Lifecycles


def lifecycles_page() -> str:
    """Every lifecycle with its diagram, its steps and who may make them."""
    about = (
        "A row with a state goes through the steps below and no others; `record.domain.moves.advance` alone makes them. "
        "A step counts from the last day of the date it was recorded with."
    )
    return page("Lifecycles", about, (part for one in lifecycles().values() for part in lifecycle_parts(one)))


def lifecycle_parts(lifecycle: Lifecycle) -> Iterator[str]:
    """Heading, diagram and table of one lifecycle."""
    yield f"## {lifecycle.subject}"
    yield "```mermaid\n" + "\n".join(["stateDiagram-v2", *diagram(lifecycle)]) + "\n```"
    yield table(["step", "shown as", "from", "to", "who"], [step_row(step) for step in lifecycle.transitions])


def diagram(lifecycle: Lifecycle) -> Iterator[str]:
    """The lines of the diagram; states whose names are no single word get an alias."""
    for state in lifecycle.states:
        if identifier(state) != state:
            yield f'    state "{state.replace("_", " ").replace("-", " ")}" as {identifier(state)}'
    for step in lifecycle.transitions:
        for before in step.before:
            yield f"    {identifier(before) if before else '[*]'} --> {identifier(step.after)}: {step.name}"


def identifier(state: str) -> str:
    """A state as Mermaid takes it for a name."""
    word = str(state).replace("-", "_")
    return f"{word}_" if word in {"state", "end", "note"} or "_" in word else word


def step_row(step: Transition) -> list[str]:
    """One row of the table of steps."""
    before = ", ".join(f"`{state}`" if state else "not begun" for state in step.before)
    return [f"`{step.name}`", str(step.says), before, f"`{step.after}`", first_line(step.may.__doc__)]


# Facts


def facts_page() -> str:
    """Every registered fact: what it says, its parameters and unit."""
    about = (
        "What can be asked of the record as of any day, as known at any moment. Each answer names the rows it rests on and is worded "
        "in English, Arabic and French. `tansiq report facts GROUP --as-of DATE --format json` lists every case of a group."
    )
    rows = [[f"[`{key}`](#{anchor(key)})", fact.unit, first_line(fact.about)] for key, fact in registered().items()]
    parts = (part for fact in registered().values() for part in fact_parts(fact))
    return page("Facts", about, iter([table(["fact", "unit", "says"], rows), *parts]))


def fact_parts(fact: Fact) -> Iterator[str]:
    """Heading, parameters and text of one fact."""
    asked = [f"`{name}`" for name in inspect.signature(fact.measure).parameters if name not in {"as_of", "known_at"}]
    yield f"## {fact.key}"
    yield f"Parameters: {', '.join(asked)}. Unit: {fact.unit or 'none'}."
    yield inspect.cleandoc(fact.about)


def anchor(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown."""
    return "".join(letter for letter in heading.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")


# Commands


def cli_page() -> str:
    """Every command with its help."""
    about = (
        "Exit codes: 0 done; 1 the answer is no (a check found something, a step was refused); 2 bad input, with one line on standard "
        "error, and nothing was written. On a machine where Tansiq is not installed, write `python3 run.py` for `tansiq`."
    )
    return page("Command line", about, (part for path, context in commands(cli, "tansiq", None) for part in command_parts(path, context)))


def commands(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, click.Context]]:
    """A command and those below it, each with its path and the context that words its help."""
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield context.command_path, context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, below, context)


def command_parts(path: str, context: click.Context) -> Iterator[str]:
    """Heading and help of one command."""
    yield f"## {path}"
    yield "```text\n" + context.get_help().strip() + "\n```"


# Settings


def settings_page() -> str:
    """The variables of the environment that an office may set."""
    about = "What an office may set, as variables of the environment. Everything else is kept in the data folder or in the record."
    rows = [[f"`{setting.name}`", setting.default, setting.about] for setting in SETTINGS]
    return page("Settings", about, iter([table(["variable", "default", "what it is"], rows)]))


# Import format


def import_format_page() -> str:
    """Every file of an authored folder, field by field."""
    about = (
        "`tansiq import FOLDER` reads a folder of YAML files; each holds a list of records. `manifest.yaml` says what the folder is. "
        "The import is all or nothing, and importing twice changes nothing. A date is written as people write it or as EDTF; "
        "a reference is the slug of a record of this folder or of one imported before. "
        "Files are read in the order below. The same as JSON Schema: [import-format.schema.json](import-format.schema.json)."
    )
    return page("Import format", about, chain([notes()], import_parts()))


NOTES = """## What to know before the fields

**Moves.** `moves` lists the steps a record has gone through, in order: `{move: plan, on: June 2017}`. Which steps there are, and which
can follow which, is in the lifecycle of each file: LIFECYCLES. The name of the step is wanted (`hold`), not of the state
(`held`). A step counts from the last day of its date. Steps made before stand first in the list, as they were made.

**Objectives** stand in two places. `objectives` in groups.yaml are those of the group's terms of reference, which hold until these are
revised. objectives.yaml holds what a group sets out to do in a period (its `period`, such as 2017); a meeting may name the one it served.

**Texts that a report prints inside a sentence** begin and end as a part of one: in lower case unless the first word is a name, without
a full stop, and in the form the sentence asks for. Titles and names are written as they are printed, without an article.

| text | the sentence goes | so it begins with |
| --- | --- | --- |
| `objectives[].text` in groups.yaml | was established to ... | a verb: `coordinate the work of ...` |
| `objectives[].text` in meetings.yaml | The main objectives ... were to: ... | a verb: `enhance the awareness of ...` |
| `terms[].text` in objectives.yaml | focused on two main objectives: ... | a noun: `the completion of the ...` |
| `topics`, `agree` in outputs.yaml | discuss ..., agree on ... | a noun: `lessons learned` |
| `terms[].title` in outputs.yaml | will convene a ..., will carry out the following: ... | a noun without an article: `expert meeting` |
| `outcomes[].text` in meetings.yaml | agreed on the following: ... | a noun: `the importance of ...` |
| `audience`, `purpose` in meetings.yaml | intended for ... on ... | a noun: `national focal points` |
| `terms[].text` in decisions.yaml | The members ... are requested ... | to and a verb: `to endorse the ...` |
| `asks` in mandates.yaml | in accordance with ..., which requests ... | whom it asks: `the regional commissions to ...` |

**Not known** is said by leaving a field out. Texts with a colon, an apostrophe or quotation marks go in double quotes."""
"""What the tables of fields cannot say. The files with moves are filled in from the kinds."""


def notes() -> str:
    """The notes, with each file that has moves and the lifecycle that they follow."""
    kinds_moved = [(kind.file, kind.name) for kind in kinds() if "moves" in kind.schema["properties"]]
    moved = [*kinds_moved, ("versions of editions.yaml", "language-version")]
    subjects = {subject.rsplit("/", 1)[1]: subject for subject in lifecycles()}
    links = [f"{file} [{name}](lifecycles.md#{anchor(subjects[name])})" for file, name in moved]
    return NOTES.replace("LIFECYCLES", ", ".join(links))


def import_parts() -> Iterator[str]:
    """The parts of the page: the manifest, each kind in the order of loading, then the shapes they share."""
    yield "## manifest.yaml"
    yield fields_table(MANIFEST)
    for kind in kinds():
        yield f"## {kind.file}"
        yield kind.about
        yield fields_table(kind.schema)
    yield "## Shared shapes"
    for name, schema in SHARED.items():
        yield f"### {name}"
        described = str(schema.get("description", ""))
        yield f"{described[:1].upper()}{described[1:]}."
        yield fields_table(schema, name)


def fields_table(schema: Mapping[str, Any], inside: str = "") -> str:
    """The fields of a schema, one a row; `inside` is the shared shape that is being described."""
    rows = [[f"`{path}`", "yes" if owed else "", meaning(found, inside)] for path, owed, found in fields(schema, "", inside)]
    return table(["field", "required", "what stands there"], rows)


def fields(schema: Mapping[str, Any], path: str, inside: str) -> Iterator[tuple[str, bool, Mapping[str, Any]]]:
    """Path, whether it is required, and schema of every field below `schema`; shared shapes are not opened."""
    if schema.get("type") == "array":
        yield from fields(schema["items"], f"{path}[]", inside)
        return
    required = set(schema.get("required", ()))
    for name, below in schema.get("properties", {}).items():
        here = f"{path}.{name}".removeprefix(".")
        yield here, name in required, below
        if shared_name(below, inside) is None:
            yield from fields(below, here, inside)


def shared_name(schema: Mapping[str, Any], inside: str = "") -> str | None:
    """The name of the shared shape that a schema is."""
    return next((name for name, shape in SHARED.items() if shape == schema and name != inside), None)


def meaning(schema: Mapping[str, Any], inside: str) -> str:
    """What stands in a field, in words."""
    shared = shared_name(schema, inside)
    if shared:
        return f"[{shared.lower()}](#{anchor(shared)})"
    said = next((word for word, shape in PLAIN.items() if shape == schema), "")
    if not said and "enum" in schema:
        said = "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    if not said and "const" in schema:
        said = f"`{schema['const']}`"
    if not said and schema.get("type") == "array":
        items = schema["items"]
        said = "a list of records" if items.get("type") == "object" and not shared_name(items) else f"a list: {meaning(items, inside)}"
    if not said:
        kind = schema.get("type", "any value")
        said = {"object": "a record", "boolean": "true or false", "integer": "a whole number", "string": "a text"}.get(str(kind), str(kind))
    about = schema.get("description", "")
    return said if not about or schema in PLAIN.values() else f"{said}: {about}"


def import_schema() -> str:
    """The JSON Schema of a whole folder: a property a file, the shapes that files share in `$defs`."""
    files = {kind.file: {"description": kind.about, "type": "array", "items": referring(kind.schema)} for kind in kinds()}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A folder to import", "type": "object",
        "properties": {"manifest.yaml": referring(MANIFEST), **files}, "required": ["manifest.yaml"], "additionalProperties": False,
        "$defs": {key(name): referring(schema, inside=name) for name, schema in {**SHARED, **DEFINED}.items()},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def referring(schema: Any, inside: str = "") -> Any:
    """A schema in which every shared shape but `inside` is a reference."""
    for name, shape in {**SHARED, **DEFINED}.items():
        if schema == shape and name != inside:
            return {"$ref": f"#/$defs/{key(name)}"}
    if isinstance(schema, Mapping):
        return {name: referring(below) for name, below in schema.items()}
    return [referring(below) for below in schema] if isinstance(schema, list) else schema


def key(name: str) -> str:
    """The name of a shape in `$defs`."""
    return name.lower().replace(" ", "_")


# Policy


def policy_page() -> str:
    """Who gets what at each address, and who may make each step."""
    about = (
        "Who may see a page and who may make a step. Every address declares one policy; every step of a lifecycle names one rule. "
        "A page without a policy fails a check. Roles are those towards the group of the address, as the record has them today. "
        f"`{OPEN}`: the page answers; `{SIGN_IN}`: the sign-in page, whether the thing exists or not; "
        f"`{NOTHING}`: there is nothing at the address, whether the thing exists or not."
    )
    return page("Policy", about, policy_parts())


def policy_parts() -> Iterator[str]:
    """The tables of the page: addresses and their policies, policies, rules and their steps."""
    yield "## Pages"
    heads = ["address", "policy", *VISITORS]
    yield table(heads, [[f"`{route}`", policy, *(gets.get(each, "NONE") for each in VISITORS)] for route, policy, gets in matrix()])
    policies = {policy.name: policy.about for _route, policy in addresses() if policy}
    yield table(["policy", "who"], [[name, policies[name]] for name in sorted(policies)])
    yield "## Steps"
    yield (
        "The row is one of another organization, the applicant of a request. A verb checks further what needs the record: "
        "that an organization is a co-chair, for instance."
    )
    yield table(["step", *ACTORS], [[step, *("yes" if may[each] else "–" for each in ACTORS)] for step, may in access_steps()])
    yield "## Rules"
    rules: dict[tuple[str, str], list[str]] = {}
    for lifecycle in lifecycles().values():
        for step in lifecycle.transitions:
            rule = (f"{step.may.__module__.removeprefix('tansiq.secretariat.')}.{step.may.__name__}", first_line(step.may.__doc__))
            rules.setdefault(rule, []).append(lifecycle.subject)
    yield table(["rule", "who", "steps of"], [[f"`{name}`", who, ", ".join(sorted(set(rules[name, who])))] for name, who in sorted(rules)])


# Names that no reader has confirmed


def unconfirmed_page() -> str:
    """The Arabic and French forms of the example for which no published text is named, or not for the whole of it."""
    about = (
        "The Arabic and French names and texts of examples/wgim-2017 that wait for a native reader: no published text with the form was "
        "read, or only with a part of it. Whoever confirms one writes the page or document under `verified` in the file."
    )
    rows = []
    for path in sorted((ROOT / "examples" / "wgim-2017").glob("*.yaml")):
        for record in read_yaml(path)[0] if path.name != "manifest.yaml" else ():
            for language, text, source in forms(record):
                if not source or source.startswith("partly"):
                    rows.append([path.name, f"`{record['slug']}`", language, text, source or "none"])
    return page("Names that no reader has confirmed", about, iter([table(["file", "record", "language", "form", "source"], rows)]))


def forms(value: Any) -> Iterator[tuple[str, str, str]]:
    """Every Arabic and French name or text below a value of a file: language, text, where it was read ("" when nowhere)."""
    if isinstance(value, list):
        for below in value:
            yield from forms(below)
    if not isinstance(value, dict):
        return
    for name, below in value.items():
        if name not in {"ar", "fr"}:
            yield from forms(below)
        elif isinstance(below, dict):
            yield name, str(below["long"]), str(below.get("verified", ""))
        else:
            yield name, str(below), str(value.get("verified", {}).get(name, ""))


PAGES: dict[str, Callable[[], str]] = {
    "lifecycles.md": lifecycles_page,
    "facts.md": facts_page,
    "cli.md": cli_page,
    "settings.md": settings_page,
    "import-format.md": import_format_page,
    "import-format.schema.json": import_schema,
    "policy.md": policy_page,
    "unconfirmed-names.md": unconfirmed_page,
}


def made(name: str) -> str:
    """What the page of that name has to say."""
    with translation.override("en"):
        return PAGES[name]()


def main() -> int:
    """Write every page and say which changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        path, text = FOLDER / name, made(name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
