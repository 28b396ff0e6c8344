"""The errors of press, one tree: PressError > InvalidTree, UnknownNode."""


class PressError(Exception):
    """Anything press refuses. The message says what was found, where, and what to do."""


class InvalidTree(PressError):
    """A document tree that breaks a rule, refused before any writer starts.

    `path` leads from the document to the node (`blocks[3].items[1].inlines[0]`, or `document` for the root),
    `rule` is the short name of the rule, `detail` what was found and what to do.
    """

    def __init__(self, path: str, rule: str, detail: str) -> None:
        self.path = path or "document"
        self.rule = rule
        self.detail = detail
        super().__init__(f"{self.path}: {rule}: {detail}")


class UnknownNode(PressError):
    """A writer met a node it cannot render: nothing is dropped in silence."""

    def __init__(self, node: object, writer: str) -> None:
        self.node = node
        kind = getattr(node, "type", type(node).__name__)
        super().__init__(f"the {writer} writer does not know the node {kind!r}; teach the writer or leave the node out of the tree")
