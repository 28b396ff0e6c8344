"""Rules on where rows are written and how the past is asked: the domain writes, facts read moves, a view makes one call.

The checks read the syntax only; what they take for a call on rows is said at each.
"""

import ast
from collections.abc import Iterable

from tests.house.sources import Said, Source, dotted, functions, is_named, outside_domain, package, rule

ROWS = frozenset({
    "objects", "_default_manager", "_base_manager", "all", "as_of", "current", "exclude", "filter", "known", "order_by",
    "select_for_update", "select_related", "using",
})
"""Names in a chain that make it a question to the database."""

MAKES = frozenset({"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "acreate", "aupdate_or_create"})
NEVER = frozenset({"update_or_create", "bulk_update", "aupdate_or_create", "abulk_update"})
ASKS = frozenset({
    "F", "Q", "aggregate", "annotate", "defer", "distinct", "exclude", "filter", "get", "in_bulk", "only", "order_by", "values",
    "values_list",
})


@rule("writes-in-domain", outside_domain)
def writes_in_domain(source: Source) -> Said:
    """Rows are written in `domain/` (and by the record's import) only.

    Taken for a write: `.save()` without a positional argument (a file is saved to somewhere), `.delete()` without one, a call
    that makes rows on a chain through a manager, `.update()` on such a chain.
    """
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name, chain = node.func.attr, dotted(node.func.value)
            on_rows = bool(ROWS & set(chain[1:]))
            unplaced = name in {"save", "asave", "delete", "adelete"} and not node.args
            if unplaced or (on_rows and name in MAKES | {"update", "aupdate", "delete"}):
                yield node.lineno, f".{name}() outside domain/: make it a verb of the app's domain and call that."


@rule("state-written", outside_domain)
def state_written(source: Source) -> Said:
    """`advance()` alone writes a state."""
    for node in ast.walk(source.tree):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []
        if any(isinstance(part, ast.Attribute) and part.attr == "state" for target in targets for part in ast.walk(target)):
            yield node.lineno, ".state = outside domain/: only record.domain.moves.advance writes a state."
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "setattr" and is_text(node.args[1:2], "state"):
            yield node.lineno, 'setattr(…, "state", …) outside domain/: only record.domain.moves.advance writes a state.'


@rule("never-in-bulk", outside_domain)
def never_in_bulk(source: Source) -> Said:
    """`update_or_create`, `bulk_update` and all terms of a row at once go round the two times."""
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, chain = node.func.attr, dotted(node.func.value)
        if name in NEVER:
            yield node.lineno, f".{name}() outside domain/: it overwrites what the record said; supersede instead."
        if name in {"all", "iterator"} and chain and (chain[-1] == "terms" or chain[-1].endswith(("_terms", "terms_set"))):
            yield node.lineno, f".{chain[-1]}.{name}() outside domain/: ask for the terms of a day with as_of(day, known_at)."


@rule("state-from-moves", lambda path: package(path) and is_named(path, "facts", "questions"))
def state_from_moves(source: Source) -> Said:
    """Facts and questions take a state from the moves of the day; the column `state` knows only today.

    Taken for the column: an attribute `.state`, and `state` as a keyword or a text in a question to the database.
    """
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr == "state":
            yield node.lineno, ".state is today's: ask Move.objects.states(refs, day, known_at)."
        if isinstance(node, ast.Call) and called(node) in ASKS:
            words = [keyword.arg or "" for keyword in node.keywords]
            words += [str(argument.value) for argument in node.args if isinstance(argument, ast.Constant)]
            if any("state" in word.lstrip("-").split("__") for word in words):
                yield node.lineno, "the column state is today's: ask Move.objects.states(refs, day, known_at)."


@rule("one-domain-call", lambda path: package(path) and is_named(path, "views"))
def one_domain_call(source: Source) -> Said:
    """A view makes one call to a verb.

    Counted: calls of names imported from a `domain` package, the more of the two branches of an `if` or a `try`. Not counted:
    the read side (`questions`, `naming`) and errors.
    """
    verbs = imported_verbs(source.tree)
    for function in functions(source.tree):
        count = most_calls(function.body, verbs)
        if count > 1:
            yield function.lineno, f"{function.name} makes {count} calls to the domain; one view, one verb: join them in a verb."


def imported_verbs(tree: ast.Module) -> set[str]:
    """The names a module imports from the writing side of a domain, modules included."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and "domain" in (node.module or "").split("."):
            if (node.module or "").rsplit(".", 1)[-1] in {"errors", "questions", "naming"}:
                continue
            names |= {alias.asname or alias.name for alias in node.names if alias.name not in {"errors", "questions", "naming"}}
    return names


def most_calls(body: Iterable[ast.AST], verbs: set[str]) -> int:
    """The most calls to `verbs` on one way through `body`."""
    total = 0
    for node in body:
        if isinstance(node, ast.If):
            total += most_calls([node.test], verbs) + max(most_calls(node.body, verbs), most_calls(node.orelse, verbs))
        elif isinstance(node, ast.Try):
            ways = [most_calls(handler.body, verbs) for handler in node.handlers]
            total += max([most_calls([*node.body, *node.orelse], verbs), *ways]) + most_calls(node.finalbody, verbs)
        elif isinstance(node, ast.IfExp):
            total += most_calls([node.test], verbs) + max(most_calls([node.body], verbs), most_calls([node.orelse], verbs))
        else:
            own = isinstance(node, ast.Call) and bool(dotted(node.func)) and dotted(node.func)[0] in verbs
            total += own + most_calls(ast.iter_child_nodes(node), verbs)
    return total


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_text(nodes: list[ast.expr], text: str) -> bool:
    """Whether the first of `nodes` is the constant `text`."""
    return bool(nodes) and isinstance(nodes[0], ast.Constant) and nodes[0].value == text
