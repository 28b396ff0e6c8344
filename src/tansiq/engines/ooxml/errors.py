"""The errors of ooxml, one tree.

OoxmlError > PackageRefused; ApartFailed > (TookTooLong, TookTooMuchMemory, BrokeApart).
"""


def one_line(text: object, length: int = 160) -> str:
    """What another program says, or what stands in a file, fit for a message: printable signs, one line, at most `length`."""
    signs = "".join(each if each.isprintable() else " " for each in str(text)[: 4 * length])
    return " ".join(signs.split())[:length]


class OoxmlError(Exception):
    """Anything ooxml refuses. The message says what was found, where, and what to do."""


class PackageRefused(OoxmlError):
    """A file that is not read as a Word document. `name` is the file's, `what` says what was found and what to do."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        super().__init__(name, what)

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


class ApartFailed(OoxmlError):
    """Work in a process of its own that gave no result."""


class TookTooLong(ApartFailed):
    """The work was stopped after its seconds."""


class TookTooMuchMemory(ApartFailed):
    """The work was stopped at its limit of memory."""


class BrokeApart(ApartFailed):
    """The process ended without an answer, or the work raised an error that is none of its own."""
