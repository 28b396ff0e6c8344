"""Checks that look at several files at once: tests beside modules, migrations, locks against pyproject.toml."""

import ast
import re
import tomllib
from collections.abc import Container, Iterable, Iterator
from pathlib import PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import Finding, Source, functions, strict

SCHEMA_OPERATIONS = re.compile(r"^(?:Create|Delete|Add|Remove|Alter|Rename)[A-Z]\w*$")
DATA_OPERATIONS = frozenset({"RunPython", "RunSQL"})
PIN = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")


def without_tests(sources: Iterable[Source]) -> Iterator[Finding]:
    """Modules of engines, domain and facts that have no test file of their name, or one that does not import their package.

    A module without a public function (errors, tables of names) needs none: there is nothing to exercise.
    """
    held = {source.path: source for source in sources}
    for path, source in held.items():
        if not strict(path) or path.stem == "__init__" or not any(is_public(each) for each in functions(source.tree)):
            continue
        inside = path.relative_to("src/tansiq")
        mirror = PurePosixPath("tests") / inside.parent / f"test_{path.name}"
        if mirror not in held:
            yield Finding(str(path), 1, "mirror", f"no {mirror}.")
        elif not imports_package(held[mirror].tree, inside):
            yield Finding(str(mirror), 1, "mirror", f"it imports nothing of the package of {path}.")


def is_public(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether others may call a function."""
    return not function.name.startswith("_")


def imports_package(tree: ast.Module, inside: PurePosixPath) -> bool:
    """Whether a test module imports the module tested, or something of the package it stands in."""
    return imports(tree, ".".join(("tansiq", *inside.parent.parts)))


def imports(tree: ast.Module, package: str) -> bool:
    """Whether a module imports a package or something of it."""
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return any(name == package or name.startswith(f"{package}.") for name in names)


def in_folder_of_tests(source: Source, folders: Container[PurePosixPath]) -> bool:
    """Whether a test stands in a folder of tests alone: right under one that mirrors a package, and on what goes through several modules.

    It imports modules of the same kind as that package (engines, say), or what its folder holds: builders and checks have tests, too.
    """
    inside = source.path.parent.relative_to("tests")
    above = PurePosixPath("src/tansiq") / inside.parent
    if above not in folders or PurePosixPath("src/tansiq") / inside in folders or len(inside.parent.parts) < 2:
        return False
    return any(imports(source.tree, ".".join(parts)) for parts in (("tansiq", inside.parts[0]), ("tests", *inside.parts)))


def strays(sources: Iterable[Source]) -> Iterator[Finding]:
    """Test modules of the package that mirror nothing in it: what they tested was moved or was never there.

    A test file may also stand for a folder, for a part of the module whose name it begins with (`test_value_algebra.py`), for what
    a package exports (`test_exported_members.py`), for an app's part of the example (`test_example.py`), or in a folder of tests alone.
    """
    held = {source.path: source for source in sources}
    paths = set(held)
    folders = {parent for path in paths for parent in path.parents}
    for path in sorted(paths):
        inside = path.relative_to("tests") if path.is_relative_to("tests") else None
        if inside is None or inside.parts[0] not in {"engines", "secretariat", "cli", "site"} or not path.name.startswith("test_"):
            continue
        home, stem = PurePosixPath("src/tansiq") / inside.parent, path.stem.removeprefix("test_")
        names = {other.stem for other in paths if other.parent == home} | {folder.name for folder in folders if folder.parent == home}
        names |= {home.name, "exported_members", "example"}
        if in_folder_of_tests(held[path], folders):
            continue
        if home not in folders or not any(stem == name or stem.startswith(f"{name}_") for name in names):
            yield Finding(str(path), 1, "mirror", f"{home} has no module {stem}: tests stand where the module they test stands.")


def is_migration(path: PurePosixPath) -> bool:
    """Whether a file is a migration."""
    return path.parent.name == "migrations" and path.suffix == ".py" and path.stem != "__init__"


def migrations(sources: Iterable[Source]) -> Iterator[Finding]:
    """Apps whose migrations end in more than one leaf, and migrations that change schema and data at once."""
    by_app: dict[PurePosixPath, list[Source]] = {}
    for source in sources:
        if is_migration(source.path):
            by_app.setdefault(source.path.parent, []).append(source)
    for folder, made in by_app.items():
        followed = {name for source in made for name in dependencies(source.tree, folder.parent.name)}
        leaves = sorted(source.path.stem for source in made if source.path.stem not in followed)
        if len(leaves) > 1:
            yield Finding(str(folder), 1, "one-leaf", f"the migrations end in {', '.join(leaves)}: put them in one line.")
        for source in made:
            used = {node.attr for node in ast.walk(source.tree) if isinstance(node, ast.Attribute)}
            data = used & DATA_OPERATIONS
            if data and any(SCHEMA_OPERATIONS.match(name) for name in used):
                yield Finding(str(source.path), 1, "schema-or-data", f"{', '.join(sorted(data))} beside a change of schema: cut it in two.")


def dependencies(tree: ast.Module, app: str) -> Iterator[str]:
    """The migrations of its own app that a migration depends on: tuples of two texts that begin with the app."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and [type(part) for part in node.elts] == [ast.Constant, ast.Constant]:
            first, second = (part.value for part in node.elts if isinstance(part, ast.Constant))
            if first == app:
                yield str(second)


def pins(lock: Source) -> dict[str, str]:
    """The version of each package of a lock file, by its canonical name."""
    found = (PIN.match(line) for line in lock.lines)
    return {canonicalize_name(match["name"]): match["version"] for match in found if match}


def lock_faults(lock: Source) -> Iterator[Finding]:
    """Lines of a lock that name a place instead of a version, and packages without a hash."""
    open_pin = 0
    for number, line in enumerate(lock.lines, 1):
        code = line.split("#")[0].rstrip()
        if "://" in line or code.startswith("-") or re.search(r"\s@\s", code):
            yield Finding(str(lock.path), number, "lock", "an address or an option: a lock holds names, versions and hashes only.")
        if code and not line[0].isspace():
            if open_pin:
                yield Finding(str(lock.path), open_pin, "lock", "no hash: pin it with --hash=sha256:….")
            open_pin = number
            if not PIN.match(code):
                yield Finding(str(lock.path), number, "lock", "not pinned to one version: write name==version.")
        if re.fullmatch(r"\s*--hash=sha256:[0-9a-f]{64}( \\)?", code) and open_pin:
            open_pin = 0
    if open_pin:
        yield Finding(str(lock.path), open_pin, "lock", "no hash: pin it with --hash=sha256:….")


def lock_disagreements(pyproject: Source, lock: Source, test_lock: Source) -> Iterator[Finding]:
    """Dependencies of pyproject.toml that a lock lacks or pins to a version not allowed; versions on which the two locks differ."""
    settings = tomllib.loads(pyproject.text)
    wanted = [(lock, text) for text in settings["project"]["dependencies"]]
    wanted += [(test_lock, text) for text in (*settings["project"]["dependencies"], *settings["dependency-groups"]["test"])]
    for held_in, text in wanted:
        requirement = Requirement(text)
        version = pins(held_in).get(canonicalize_name(requirement.name))
        if version is None:
            yield Finding(str(held_in.path), 1, "lock", f"{requirement.name} of pyproject.toml is not pinned here: make the locks anew.")
        elif not requirement.specifier.contains(version, prereleases=True):
            yield Finding(str(held_in.path), 1, "lock", f"{requirement.name} {version}, not {requirement.specifier}: make the locks anew.")
    for name, version in pins(lock).items():
        if pins(test_lock).get(name) != version:
            yield Finding(str(test_lock.path), 1, "lock", f"{name} is {pins(test_lock).get(name)} here and {version} in {lock.path}.")
