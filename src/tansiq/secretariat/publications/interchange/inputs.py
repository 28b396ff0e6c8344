"""File of what goes into processes: inputs.yaml."""

from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Step
from tansiq.secretariat.publications.enums import InputForm
from tansiq.secretariat.publications.models import Edition, Input
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import MOVES, SLUG, record
from tansiq.secretariat.register.models import Organization

INPUT = record(
    ["slug", "form", "moves"],
    slug=SLUG,
    meeting=SLUG,
    edition=SLUG,
    step=SLUG,
    organization=SLUG,
    form={"enum": InputForm.values},
    moves=MOVES,
)


def load_input(entry: Entry, loading: Loading) -> None:
    """An input from one meeting or edition to one step or organization, and its moves."""
    meeting, edition = loading.optional(Meeting, entry, "meeting"), loading.optional(Edition, entry, "edition")
    step, organization = loading.optional(Step, entry, "step"), loading.optional(Organization, entry, "organization")
    if (meeting is None) == (edition is None):
        raise entry.wrong("an input comes from a meeting or from an edition: give one of the two", "meeting")
    if (step is None) == (organization is None):
        raise entry.wrong("an input goes to a step or to an organization: give one of the two", "step")
    fixed = {"meeting": meeting, "edition": edition, "step": step, "organization": organization, "form": entry.get("form")}
    row = loading.identity(Input, entry.get("slug"), entry, **fixed)
    loading.moves(row, entry, "moves")


KINDS = (Kind("input", "inputs.yaml", 330, INPUT, load_input, "What meetings and editions give to steps or organizations."),)
