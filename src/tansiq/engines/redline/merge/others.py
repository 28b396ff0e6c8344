"""The visible comment on a change that stands for several: Word shows one author of a deletion, so a comment names the others."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from tansiq.engines.redline.edits import Anchor, Comment, Edit, Kind, Place
from tansiq.engines.redline.merge.weave.loom import author_of

WORDS = {
    "en": {
        "by": "Consolidation", "same": "The same change: {names}.", "other": "Also changed here: {names}.",
        "header": "In the header. ", "footer": "In the footer. ",
    },
    "fr": {
        "by": "Consolidation", "same": "Même modification\u00a0: {names}.", "other": "Également modifié ici\u00a0: {names}.",
        "header": "Dans l’en-tête. ", "footer": "Dans le pied de page. ",
    },
    "ar": {
        "by": "التجميع", "same": "التعديل نفسه: {names}.", "other": "وعُدِّل هنا أيضاً من جانب: {names}.",
        "header": "في رأس الصفحة. ", "footer": "في تذييل الصفحة. ",
    },
}
"""What such a comment says, by the language of the consolidation; one about a header or footer stands at the beginning of the text."""

_LIST = {"en": "; ", "fr": "\u00a0; ", "ar": "؛ "}


def note_in(language: str, *, agency_only: bool) -> Callable[[Edit, Sequence[Edit]], Comment | None]:
    """The maker of such comments in a language (en, ar, fr). Their date is that of the change they stand on, never the clock's."""
    words = WORDS[language]

    def note(shown: Edit, others: Sequence[Edit]) -> Comment | None:
        others = [edit for edit in others if (edit.agency, edit.person) != (shown.agency, shown.person)]
        if not others:
            return None
        same = all(_range(edit) == _range(shown) and edit.kind == shown.kind for edit in others)
        names = _LIST[language].join(sorted({_named(edit, agency_only=agency_only) for edit in others}))
        starts, ends = _anchors(shown.place)
        where = words.get(shown.place.story, "")
        identity = sha256("|".join([shown.id, *(edit.id for edit in others)]).encode()).hexdigest()[:12]
        return Comment(
            f"n{identity}", "", words["by"], shown.date, shown.place, shown.before,
            where + words["same" if same else "other"].format(names=names),
            starts=starts, ends=ends,
        )

    return note


def _named(edit: Edit, *, agency_only: bool) -> str:
    name = author_of(edit.agency, edit.person, agency_only=agency_only)
    text = f" «{edit.before[:80]}»" if edit.kind not in (Kind.ROW_DELETION, Kind.CELL_DELETION) and edit.before.strip() else ""
    return f"{name}, {edit.date[:10]}{text}" if edit.date else f"{name}{text}"


def _range(edit: Edit) -> tuple[int, int]:
    return edit.place.start, edit.place.end


def _anchors(place: Place) -> tuple[Anchor, Anchor]:
    """Where the comment stands: on the text, or in the first cell of a table, a row or a cell."""
    last = place.flow.rpartition("/")[2]
    if last[:1] == "t" and "/" in place.flow:
        inside = Anchor(f"{place.flow}/r{place.start}/c0", 0)
        return inside, inside
    if last[:1] == "r" and "/" in place.flow:
        inside = Anchor(f"{place.flow}/c{place.start}", 0)
        return inside, inside
    return Anchor(place.flow, place.start), Anchor(place.flow, place.end)
