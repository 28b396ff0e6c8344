"""The rules of the house on the repository, and each on faults planted for it, so that none passes for want of looking."""

from pathlib import PurePosixPath

import pytest

from tests.house import shape, wording, writing
from tests.house.faults import FAULTS, Planted
from tests.house.sources import RULES, Finding, Source, repository

PLANTED = [pytest.param(name, planted, id=f"{name}-{number}") for name, faults in FAULTS.items() for number, planted in enumerate(faults)]


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return repository()


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_on_the_repository_finds_nothing(name: str, sources: list[Source]):
    looked_at = [source for source in sources if RULES[name].applies(source.path)]
    assert looked_at
    findings = RULES[name].findings(looked_at)
    assert not findings, listed(findings)


@pytest.mark.parametrize(("name", "planted"), PLANTED)
def test_rule_on_a_planted_fault_finds_it(name: str, planted: Planted):
    source = Source(PurePosixPath(planted.path), planted.text)
    assert RULES[name].applies(source.path)
    assert tuple(sorted(finding.line for finding in RULES[name].findings([source]))) == planted.lines


def test_rules_each_have_a_fault_and_a_clean_case_planted():
    assert {name for name, faults in FAULTS.items() if any(planted.lines for planted in faults)} == set(RULES)
    assert {name for name, faults in FAULTS.items() if not all(planted.lines for planted in faults)} == set(RULES)


def test_rules_registered_each_once_under_its_own_name():
    checks = [check for check in vars(shape) | vars(wording) | vars(writing) if check.replace("_", "-") in RULES]
    assert sorted(check.replace("_", "-") for check in checks) == sorted(RULES)


@pytest.mark.parametrize(("path", "names"), [
    ("src/tansiq/secretariat/register/domain/seats.py", {"public-docstring"}),
    ("src/tansiq/secretariat/record/interchange/loading.py", set()),
    ("src/tansiq/secretariat/register/interchange.py", {"writes-in-domain", "state-written", "never-in-bulk"}),
    ("src/tansiq/secretariat/register/migrations/0001_initial.py", set()),
    ("src/tansiq/secretariat/register/web/views.py", {"writes-in-domain", "state-written", "never-in-bulk", "one-domain-call"}),
    ("src/tansiq/engines/press/build.py", {"public-docstring"}),
    ("tests/engines/press/test_build.py", set()),
])
def test_rules_about_layers_apply_where_they_should(path: str, names: set[str]):
    about = {"public-docstring", "writes-in-domain", "state-written", "never-in-bulk", "one-domain-call"}
    assert {name for name in about if RULES[name].applies(PurePosixPath(path))} == names


def listed(findings: list[Finding]) -> str:
    """The findings, one a line: what a failing test shows."""
    return "\n" + "\n".join(map(str, findings))
