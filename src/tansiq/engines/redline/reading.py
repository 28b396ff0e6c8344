"""The changes and comments of one file as a ledger, without weaving anything."""

from hashlib import sha256

from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import reject_all
from tansiq.engines.redline.edits import Base, Ledger
from tansiq.engines.redline.merge.agreement import relate
from tansiq.engines.redline.readers.copy import read_copy


def read(data: bytes, *, name: str, base: bytes | None = None, base_name: str = "") -> Ledger:
    """The ledger of one file: its tracked changes and comments, and against `base` what was changed without tracking.

    The agency is "", as nothing says whose file it is. Raises PackageRefused and CopyOfAnotherBase.
    """
    package = read_package(data, name=name)
    if base is None:
        clean = package.copy()
        reject_all(clean)
        without_comments(clean)
        source, source_name = data, name
    else:
        clean, source, source_name = read_package(base, name=base_name), base, base_name
        reject_all(clean)
    reading = read_copy(clean, package, agency="", file=name, data=data)
    edits, conflicts = relate(reading.edits)
    described = Base(source_name, sha256(source).hexdigest(), 0, 0)
    return Ledger(described, (reading.intake,), tuple(edits), reading.comments, tuple(conflicts), reading.noise)


def without_comments(package: Package) -> None:
    """Leave the comments to the copy: against a base that is only its own text before changes, all of them are new."""
    part = package.related(package.main, "comments")
    if part is not None:
        root = package.xml(part)
        root[:] = []
