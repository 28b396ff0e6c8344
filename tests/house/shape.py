"""Rules on the shape of a module: its size, its names, its docstrings, and tests that check something."""

import ast
from pathlib import PurePosixPath

from tests.house.sources import Said, Source, functions, package, python, rule, strict, tests

MODULE_LINES = 400
FUNCTION_LINES = 40
DOCSTRING_LINES = 5
JUNK_DRAWERS = frozenset({
    "base", "common", "commons", "core", "funcs", "functions", "general", "handlers", "helper", "helpers", "lib", "manager", "managers",
    "misc", "miscellaneous", "service", "services", "shared", "stuff", "tools", "util", "utilities", "utils", "various",
})
VAGUE_CLASSES = ("Handler", "Helper", "Manager", "Service", "Util", "Utils")


@rule("module-size", python)
def module_size(source: Source) -> Said:
    """A module has at most 400 lines."""
    if len(source.lines) > MODULE_LINES:
        yield MODULE_LINES + 1, f"{len(source.lines)} lines; at most {MODULE_LINES}: cut it where two things meet."


@rule("function-size", python)
def function_size(source: Source) -> Said:
    """A function has at most 40 lines, docstring included, decorators not."""
    for function in functions(source.tree):
        size = (function.end_lineno or function.lineno) - function.lineno + 1
        if size > FUNCTION_LINES:
            yield function.lineno, f"{function.name} has {size} lines; at most {FUNCTION_LINES}."


@rule("module-docstring", python)
def module_docstring(source: Source) -> Said:
    """A module that holds anything begins with a docstring of one to five lines; errors.py draws its tree there."""
    if not source.tree.body:
        return
    docstring = ast.get_docstring(source.tree)
    if not docstring:
        yield 1, "no module docstring: say in one to five lines what it is for and what it is not."
    elif len(docstring.splitlines()) > DOCSTRING_LINES and source.path.name != "errors.py":
        yield 1, f"the module docstring has {len(docstring.splitlines())} lines; at most {DOCSTRING_LINES}."


@rule("public-docstring", strict)
def public_docstring(source: Source) -> Said:
    """Public functions, methods and classes of engines, domain and facts have docstrings."""
    classes = [node for node in source.tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for holder in (source.tree, *classes):
        for node in holder.body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and not node.name.startswith("_") and not ast.get_docstring(node) and not is_overload(node):
                yield node.lineno, f"{node.name} has no docstring: what, units, half-open ranges, errors, source."


def is_overload(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether a function only states one signature of another, or sets a property that its getter documents."""
    words = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in node.decorator_list}
    return bool(words & {"overload", "setter", "deleter"})


@rule("file-name", python)
def file_name(source: Source) -> Said:
    """No module or package is a junk drawer."""
    names = (*source.path.parts[:-1], PurePosixPath(source.path).stem.removeprefix("test_"))
    for name in names:
        if name in JUNK_DRAWERS:
            yield 1, f"nothing is called {name!r}: name it after what it holds."


@rule("class-name", python)
def class_name(source: Source) -> Said:
    """No class is a Manager, Helper, Handler or Service, unless it is a model manager by Django's own name."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_CLASSES):
            bases = [ast.unparse(base) for base in node.bases]
            if not (node.name.endswith("Manager") and any("Manager" in base for base in bases)):
                yield node.lineno, f"{node.name}: name the class after what it is, not after what it serves."


@rule("relative-import", python)
def relative_import(source: Source) -> Said:
    """Imports name the whole path."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, "a relative import: write it from tansiq (or tests) on."


@rule("all-names", package)
def all_names(source: Source) -> Said:
    """What `__all__` lists, the module has, each name once."""
    for node in source.tree.body:
        if not (isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "__all__" for to in node.targets)):
            continue
        names = [item.value for item in getattr(node.value, "elts", []) if isinstance(item, ast.Constant)]
        missing = set(names) - bound_names(source.tree)
        if missing:
            yield node.lineno, f"__all__ lists {', '.join(sorted(missing))}, which the module does not have."
        if len(set(names)) != len(names):
            yield node.lineno, "__all__ lists a name twice."


def bound_names(tree: ast.Module) -> set[str]:
    """The names a module binds at its top level."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return names


@rule("test-checks", tests)
def test_checks(source: Source) -> Said:
    """Every test checks something, and never that True is true."""
    for function in functions(source.tree):
        if function.name.startswith("test_") and source.path.name.startswith("test_") and not any(map(is_check, ast.walk(function))):
            yield function.lineno, f"{function.name} checks nothing: no assert, no raises, no call of a check."
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
            yield node.lineno, "this assert cannot fail."


def is_check(node: ast.AST) -> bool:
    """An assert, or a call of something named raises, warns, fail, check…, assert…, expect…."""
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in {"raises", "warns", "fail"} or name.startswith(("check", "assert", "expect", "run_state_machine"))


@rule("mock", tests)
def mock(source: Source) -> Said:
    """Our own code is not mocked."""
    for node in ast.walk(source.tree):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if any(module.split(".")[0] == "mock" or module.startswith("unittest.mock") for module in modules):
            yield node.lineno, "no mocks: call the real thing, or pass in what differs."
