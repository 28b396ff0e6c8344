"""The visible comment on a change that stands for several: Word shows one author of a deletion, so a comment names the others."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from tansiq.engines.redline.edits import Anchor, Comment, Edit, Kind, Place
from tansiq.engines.redline.merge.weave.loom import written_author

WORDS = {
    "en": {
        "by": "Consolidation", "same": "The same change: {names}.", "other": "Also changed here: {names}.",
        "header": "In the header. ", "footer": "In the footer. ", "list": "; ", "comma": ", ", "quote": "\u201c{text}\u201d",
    },
    "fr": {
        "by": "Consolidation", "same": "Même modification\u00a0: {names}.", "other": "Également modifié ici\u00a0: {names}.",
        "header": "Dans l’en-tête. ", "footer": "Dans le pied de page. ", "list": "\u00a0; ", "comma": ", ",
        "quote": "«\u00a0{text}\u00a0»",
    },
    "ar": {
        "by": "التجميع", "same": "التعديل نفسه: {names}.", "other": "وعُدِّل هنا أيضاً من جانب: {names}.",
        "header": "في رأس الصفحة. ", "footer": "في تذييل الصفحة. ", "list": "؛ ", "comma": "، ", "quote": "«{text}»",
    },
}
"""What such a comment says, by the language of the consolidation; one about a header or footer stands at the beginning of the text."""

_QUOTED = 80                                   # characters of a text that was taken out
_WITHOUT_TEXT = frozenset({Kind.ROW_DELETION, Kind.CELL_DELETION})


def note_in(language: str, *, agency_only: bool) -> Callable[[Edit, Sequence[Edit]], Comment | None]:
    """The maker of such comments in a language (en, ar, fr). Their date is that of the change they stand on, never the clock's."""
    words = WORDS[language]

    def note(shown: Edit, others: Sequence[Edit]) -> Comment | None:
        others = [edit for edit in others if (edit.agency, edit.person) != (shown.agency, shown.person)]
        if not others:
            return None
        same = all(_range(edit) == _range(shown) and edit.kind == shown.kind for edit in others)
        names = words["list"].join(sorted({_named(edit, words, agency_only=agency_only, quoted=not same) for edit in others}))
        starts, ends = _anchors(shown.place)
        where = words.get(shown.place.story, "")
        identity = sha256("|".join([shown.id, *(edit.id for edit in others)]).encode()).hexdigest()[:12]
        return Comment(
            f"n{identity}", "", words["by"], shown.date, shown.place, shown.before,
            where + words["same" if same else "other"].format(names=names),
            starts=starts, ends=ends,
        )

    return note


def _named(edit: Edit, words: Mapping[str, str], *, agency_only: bool, quoted: bool) -> str:
    """Who, when, and where it is not the text that the comment stands on, what text."""
    said = [written_author(edit, agency_only=agency_only), edit.date[:len("2017-10-05")]]
    text = " ".join(edit.before.split())
    if quoted and text and edit.kind not in _WITHOUT_TEXT:
        said.append(words["quote"].format(text=text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"))
    return words["comma"].join(filter(None, said))


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
