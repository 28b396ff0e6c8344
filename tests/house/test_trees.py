"""The checks over several files, on the repository and on faults planted for them."""

from pathlib import PurePosixPath

import pytest

from tests.house.sources import Finding, Source, repository
from tests.house.translations import families, untranslated
from tests.house.trees import is_migration, lock_disagreements, lock_faults, migrations, pins, strays, without_tests

HASH = "    --hash=sha256:" + "0" * 64
PYPROJECT = '[project]\ndependencies = ["click>=8,<9"]\n[dependency-groups]\ntest = ["pytest>=8"]\n'


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return repository()


def made(**files: str) -> list[Source]:
    """Sources by path, `__` for a slash: `src__tansiq__engines__dates__parse`."""
    return [Source(PurePosixPath(name.replace("__", "/") + ".py"), text) for name, text in files.items()]


def whats(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(finding.path, finding.line) for finding in findings]


def listed(findings: list[Finding]) -> str:
    return "\n" + "\n".join(map(str, findings))


def test_mirror_of_the_repository_is_whole(sources: list[Source]):
    findings = [*without_tests(sources), *strays(sources)]
    assert len([source for source in sources if source.path.name.startswith("test_")]) > 1
    assert not findings, listed(findings)


def test_mirror_module_without_tests_is_found():
    engine = made(src__tansiq__engines__dates__parse="def parse(): ...\n")
    assert whats(list(without_tests(engine))) == [("src/tansiq/engines/dates/parse.py", 1)]


def test_mirror_test_that_imports_nothing_of_it_is_found():
    both = made(
        src__tansiq__secretariat__register__facts="def members(): ...\n",
        tests__secretariat__register__test_facts="import tansiq.secretariat.registering\nfrom tansiq.secretariat import record\n",
    )
    assert whats(list(without_tests(both))) == [("tests/secretariat/register/test_facts.py", 1)]


def test_mirror_module_with_its_test_and_module_without_functions_pass():
    whole = made(
        src__tansiq__engines__dates__parse="def parse(): ...\n",
        tests__engines__dates__test_parse="from tansiq.engines.dates import parse\n",
        src__tansiq__engines__dates__months="NAMES = ('January',)\n",
        src__tansiq__engines__dates__errors="class DateError(ValueError):\n    def __init__(self): ...\n",
        src__tansiq__secretariat__register__models__seats="def seat(): ...\n",
    )
    assert list(without_tests(whole)) == []


def test_strays_test_of_a_module_that_is_gone_is_found():
    left = made(
        src__tansiq__engines__dates__parse="", tests__engines__dates__test_parse="", tests__engines__dates__test_parse_ranges="",
        tests__engines__dates__test_dates="", tests__engines__dates__test_value="", tests__engines__old__test_parse="",
    )
    assert whats(list(strays(left))) == [("tests/engines/dates/test_value.py", 1), ("tests/engines/old/test_parse.py", 1)]


def test_strays_folder_of_tests_alone_passes_where_it_works_on_the_package_above_it():
    whole = made(
        src__tansiq__engines__redline__view="",
        tests__engines__redline__symptoms__test_text_lost="from tansiq.engines.redline import view",
        tests__engines__redline__reviews__shrink="",
        tests__engines__redline__reviews__test_shrink="from tests.engines.redline.reviews.shrink import shrunk",
    )
    assert list(strays(whole)) == []


def test_strays_in_a_folder_of_tests_alone_are_found():
    left = made(
        src__tansiq__engines__redline__view="",
        tests__engines__redline__symptoms__test_other="from tansiq.secretariat.register import facts",
        tests__engines__redline__symptoms__deep__test_text="from tansiq.engines.redline import view",
        tests__engines__lost__test_parse="from tansiq.engines import lost",
        tests__engines__redline__test_text_lost="from tansiq.engines.redline import view",
    )
    assert [path.rpartition("/")[2] for path, _ in whats(list(strays(left)))] == [
        "test_parse.py", "test_text.py", "test_other.py", "test_text_lost.py",
    ]


def test_migrations_of_the_repository_are_in_one_line(sources: list[Source]):
    findings = list(migrations(sources))
    assert any(is_migration(source.path) for source in sources)
    assert not findings, listed(findings)


def test_migrations_two_leaves_are_found():
    first = "class Migration:\n    dependencies = [('record', '0009_x')]\n"
    second = "class Migration:\n    dependencies = [('register', '0001_initial'), ('record', '0009_x')]\n"
    forked = made(
        src__tansiq__secretariat__register__migrations__0001_initial=first,
        src__tansiq__secretariat__register__migrations__0002_left=second,
        src__tansiq__secretariat__register__migrations__0002_right=second,
    )
    assert whats(list(migrations(forked))) == [("src/tansiq/secretariat/register/migrations", 1)]
    assert list(migrations(forked[:2])) == []


def test_migrations_schema_and_data_in_one_are_found():
    mixed = "class Migration:\n    operations = [migrations.RunPython(fill), migrations.AddField('seat', 'x', models.TextField())]\n"
    path = "src/tansiq/secretariat/register/migrations/0001_initial.py"
    assert whats(list(migrations([Source(PurePosixPath(path), mixed)]))) == [(path, 1)]
    assert list(migrations([Source(PurePosixPath(path), mixed.replace("AddField", "SeparateFields"))])) == []


def test_locks_of_the_repository_hold_versions_and_hashes_only(sources: list[Source]):
    by_path = {str(source.path): source for source in sources}
    lock, test_lock = by_path["requirements.lock"], by_path["requirements-test.lock"]
    findings = [*lock_faults(lock), *lock_faults(test_lock), *lock_disagreements(by_path["pyproject.toml"], lock, test_lock)]
    assert "django" in pins(lock)
    assert not findings, listed(findings)


@pytest.mark.parametrize(("text", "lines"), [
    (f"click==8.1 \\\n{HASH}\n", []),
    (f"click==8.1 ; sys_platform != 'win32' \\\n{HASH} \\\n{HASH}\n    # via tansiq\nbabel[x]==2.1 \\\n{HASH}\n", []),
    ("click==8.1\n", [1]),
    (f"click==8.1 \\\n    # via tansiq\nbabel==2.1 \\\n{HASH}\n", [1]),
    (f"--index-url https://example.org/simple\nclick==8.1 \\\n{HASH}\n", [1, 1, 1]),
    (f"click @ https://example.org/click.whl \\\n{HASH}\n", [1, 1]),
    (f"click>=8.1 \\\n{HASH}\n", [1]),
])
def test_lock_line_that_pins_nothing_is_found(text: str, lines: list[int]):
    found = [finding.line for finding in lock_faults(Source(PurePosixPath("requirements.lock"), text))]
    assert sorted(found)[: len(lines)] == lines
    assert bool(found) is bool(lines)


@pytest.mark.parametrize(("lock", "test_lock", "named"), [
    ("click==8.1", "click==8.1\npytest==9.0", []),
    ("babel==2.1", "click==8.1\npytest==9.0\nbabel==2.1", ["click"]),
    ("click==9.0", "click==9.0\npytest==9.0", ["click", "click"]),
    ("click==8.1", "click==8.1", ["pytest"]),
    ("click==8.1", "click==8.2\npytest==9.0", ["click"]),
])
def test_lock_that_disagrees_with_pyproject_is_found(lock: str, test_lock: str, named: list[str]):
    files = [Source(PurePosixPath(name), text) for name, text in (("p.toml", PYPROJECT), ("a.lock", lock), ("b.lock", test_lock))]
    assert [finding.what.split()[0] for finding in lock_disagreements(*files)] == named


def test_fluent_files_of_the_repository_are_complete(sources: list[Source]):
    findings = list(untranslated(sources))
    assert families(sources)
    assert not findings, listed(findings)


def fluent(**texts: str) -> list[Source]:
    return [Source(PurePosixPath(f"src/tansiq/messages/{language}/report.ftl"), text) for language, text in texts.items()]


def test_fluent_same_messages_in_three_languages_pass():
    texts = fluent(en="a = A\nb = B\n-group = group\n", ar="b = B\na = A\n    .x = X\n", fr="# why\na = A\nb =\n    B\n")
    assert list(untranslated(texts)) == []


def test_fluent_message_missing_in_a_language_is_found():
    texts = fluent(en="a = A\nb = B\n", ar="a = A\n", fr="a = A\nb = B\n")
    assert whats(list(untranslated(texts))) == [("src/tansiq/messages/en/report.ftl", 2), ("src/tansiq/messages/fr/report.ftl", 2)]


def test_fluent_language_missing_is_found():
    texts = fluent(en="a = A\n", ar="a = A\n")
    assert [finding.what for finding in untranslated(texts, ("en", "ar", "fr"))] == ["there is no file for fr."]
    assert list(untranslated(texts, ("en",))) == []


def test_fluent_message_twice_and_text_that_is_no_message_are_found():
    texts = fluent(en="a = A\na = B\n???\n", ar="a = A\n", fr="a = A\n")
    assert whats(list(untranslated(texts))) == [("src/tansiq/messages/en/report.ftl", 2), ("src/tansiq/messages/en/report.ftl", 3)]


def test_fluent_file_of_no_language_is_found():
    assert [finding.what for finding in untranslated([Source(PurePosixPath("src/tansiq/report.ftl"), "a = A\n")])] == [
        "the path of the file names no language."
    ]
