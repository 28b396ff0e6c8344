"""The draft to circulate: nothing pending in it, tracking on, and a hidden stamp by which its copies are recognised."""

from lxml import etree

from tansiq.engines.ooxml.names import CONTENT_TYPES, NAMESPACES, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions import revisions
from tansiq.engines.redline.errors import UndecidedChanges
from tansiq.engines.redline.paragraph_numbers import number_paragraphs
from tansiq.engines.redline.pending import described
from tansiq.engines.redline.stamp import Stamp, put_stamp

BEFORE_TRACKING = tuple(
    w(name) for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
        "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
        "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState",
        "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
        "revisionView",
    )
)
"""The settings that stand before `w:trackRevisions` (ISO/IEC 29500-1, 17.15.1.78)."""

AGAINST_REVIEW = tuple(w(name) for name in ("removePersonalInformation", "removeDateAndTime", "doNotTrackMoves", "doNotTrackFormatting"))
"""Settings that would cost a review its names, its dates or part of its changes."""


def prepare(package: Package, *, numbered: bool = False) -> Stamp:
    """Make `package` the draft to circulate, in place: tracking on, names and dates of reviewers kept, its stamp put in.

    With `numbered`, paragraphs of the body that have no number get one, so that an answer can name them. Preparing a prepared draft
    changes nothing. Raises UndecidedChanges when tracked changes are left: nobody could tell later whose they are.
    """
    pending = revisions(package)
    if pending:
        raise UndecidedChanges(
            package.name, described(pending), "accept or reject them before the draft goes out, as they would come back with every copy",
        )
    if numbered:
        number_paragraphs(package)
    _turn_tracking_on(package)
    return put_stamp(package)


def _turn_tracking_on(package: Package) -> None:
    """Put `w:trackRevisions` into the settings at its place."""
    settings = package.xml(_settings(package))
    for setting in list(settings.iterchildren(w("trackRevisions"), *AGAINST_REVIEW)):
        settings.remove(setting)
    place = max((settings.index(each) + 1 for each in settings.iterchildren(*BEFORE_TRACKING)), default=0)
    settings.insert(place, etree.Element(w("trackRevisions")))


def _settings(package: Package) -> str:
    """The settings part, added when there is none."""
    part = package.related(package.main, "settings")
    if part is None:
        part = package.free_name("word/settings{}.xml") if package.has("word/settings.xml") else "word/settings.xml"
        root = etree.Element(w("settings"), nsmap={"w": NAMESPACES["w"]})
        package.add_part(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), CONTENT_TYPES["settings"])
        package.relate(package.main, type="settings", target=part)
    return part
