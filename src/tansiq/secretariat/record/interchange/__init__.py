"""The documented folder format: what an app declares so that its records can be imported, and the import itself."""

from tansiq.secretariat.record.interchange.entries import Entry, ImportFailed, Place, Problem
from tansiq.secretariat.record.interchange.kinds import Kind, kinds, register
from tansiq.secretariat.record.interchange.loading import Loading
from tansiq.secretariat.record.interchange.run import ImportReport, import_folder

__all__ = [
    "Entry",
    "ImportFailed",
    "ImportReport",
    "Kind",
    "Loading",
    "Place",
    "Problem",
    "import_folder",
    "kinds",
    "register",
]
