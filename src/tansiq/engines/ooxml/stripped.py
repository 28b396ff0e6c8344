"""What reading a package took away, or left in place and lists: everything that would fetch, run or hide something."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """Kinds of things that are taken away or listed."""

    ATTACHED_TEMPLATE = "attached_template"
    EXTERNAL_PICTURE = "external_picture"      # a picture that lies elsewhere
    EXTERNAL_LINK = "external_link"            # a hyperlink to something else than a web page or a mail address
    EXTERNAL = "external"                      # any other thing that lies elsewhere: films, sub-documents, frames, data of a mail merge
    OLE = "ole"                                # an embedded or linked object of another program
    EMBEDDED_PACKAGE = "embedded_package"      # an embedded Office file
    ACTIVEX = "activex"
    MACROS = "macros"                          # what only serves macros: key maps, toolbars, ribbons
    WEB_EXTENSION = "web_extension"            # a task pane that loads a page
    SIGNATURE = "signature"                    # it holds no longer once anything is changed
    UNNAMED_PART = "unnamed_part"              # a part without a content type, which Word would not open
    ORPHAN_PART = "orphan_part"                # a part that nothing leads to, which no program shows
    FIELD = "field"                            # a field that fetches when it is updated; its text stays
    MISSING_PART = "missing_part"              # a relationship to a part that is not there


@dataclass(frozen=True, slots=True)
class Stripped:
    """One such thing: in which part, of what kind, where it pointed to; `kept` when it is still in the package."""

    part: str
    type: What
    target: str
    kept: bool = False
