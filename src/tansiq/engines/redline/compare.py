"""Two versions of one document as tracked changes: what differs in their words, once each one's own pending changes are accepted."""

from dataclasses import replace
from pathlib import PurePath

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import accept_all
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document
from tansiq.engines.redline.merge.order import container_order, in_order
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.readers.copy import read_copy


def compare(old: bytes, new: bytes, *, old_name: str = "old.docx", new_name: str = "new.docx") -> bytes:
    """The old version with all that the new one says otherwise, as changes of an author named after the new file.

    White space and breaks count here; formats do not. Comments are those of the old version. Raises PackageRefused.
    """
    before, after = read_package(old, name=old_name), read_package(new, name=new_name)
    accept_all(before)
    accept_all(after)
    reading = read_copy(before, after, agency="", file=new_name, data=new, enough=0.0, everything=True)
    author = PurePath(new_name).stem
    edits = [replace(edit, person=author) for edit in reading.edits]
    document = read_document(before, Atoms())
    return weave(before, in_order(edits, container_order(document)), []).package.write()
