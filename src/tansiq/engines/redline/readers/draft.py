"""The draft as every copy is read against it: flattened once for all copies that one process reads."""

from dataclasses import dataclass

from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.places import Places
from tansiq.engines.redline.readers.comments import Found, read_comments


@dataclass(frozen=True, slots=True)
class Draft:
    """A base without pending changes. Copies share its `atoms`; reading them changes nothing else of it."""

    package: Package
    document: Document
    atoms: Atoms
    places: Places
    comments: dict[str, Found]


def read_draft(package: Package) -> Draft:
    """Flatten a base and find its headings and comments."""
    atoms = Atoms()
    document = read_document(package, atoms)
    return Draft(package, document, atoms, Places(document), read_comments(package))
