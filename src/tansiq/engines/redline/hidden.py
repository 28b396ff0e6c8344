"""Hidden text (`w:vanish`): which runs and rows a reader never sees, and taking them out. Text hidden only on the web is not meant.

Hidden is what a run says itself, else what its styles say together (ISO/IEC 29500-1, 17.3.2.41 and 17.7.3). A style separator
(`w:specVanish` on a paragraph's mark) hides no text and stays.
"""

from collections.abc import Callable, Iterator

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions import word_parts
from tansiq.engines.ooxml.revisions.content import remove_content
from tansiq.engines.ooxml.revisions.marks import remove_mark
from tansiq.engines.ooxml.revisions.references import references, remove_unreferred
from tansiq.engines.ooxml.revisions.tables import remove_block

OFF = frozenset({"0", "false", "off"})
FIELD_PIECES = frozenset({w("fldChar"), w("instrText")})

IsHidden = Callable[[etree._Element], bool]


def remove_hidden(package: Package) -> None:
    """Take hidden runs, hidden rows of tables and paragraphs that are hidden as a whole out of all stories.

    A field goes when all its runs are hidden; of one that is partly hidden the codes stay, as without them its result would change.
    """
    parts = word_parts(package)
    before = references(package, parts)
    is_hidden = hidden_test(package)
    for part in parts:
        root = package.peek(part)
        runs = list(hidden_runs(root, is_hidden))
        marks = [mark for mark in root.iter(w("vanish")) if _hides_mark(mark)]
        rows = [row for row in root.iter(w("hidden")) if _is_on(row) and row.getparent().tag == w("trPr")]  # type: ignore[union-attr]
        if runs or marks or rows:
            _remove(package.xml(part), runs, marks, rows)
    remove_unreferred(package, before)


def hidden_test(package: Package) -> IsHidden:
    """Whether a run is hidden, with the styles of `package`."""
    part = package.related(package.main, "styles")
    styles = {} if part is None else {style.get(w("styleId"), ""): style for style in package.peek(part).iter(w("style"))}
    defaults = {
        style.get(w("type"), ""): name for name, style in styles.items() if style.get(w("default"), "0").lower() not in OFF
    }

    def of_style(name: str) -> bool:
        """Whether a style hides, itself or through what it is based on."""
        seen: set[str] = set()
        while name in styles and name not in seen:
            seen.add(name)
            said = styles[name].find(f"{w('rPr')}/{w('vanish')}")
            if said is not None:
                return _is_on(said)
            based = styles[name].find(w("basedOn"))
            name = based.get(w("val"), "") if based is not None else ""
        return False

    def is_hidden(run: etree._Element) -> bool:
        said = run.find(f"{w('rPr')}/{w('vanish')}")
        if said is not None:
            return _is_on(said)
        own = run.find(f"{w('rPr')}/{w('rStyle')}")
        paragraph = next(run.iterancestors(w("p")), None)
        set_ = paragraph.find(f"{w('pPr')}/{w('pStyle')}") if paragraph is not None else None
        of_run = own is not None and of_style(own.get(w("val"), ""))
        of_paragraph = of_style(set_.get(w("val"), "") if set_ is not None else defaults.get("paragraph", ""))
        return of_run != of_paragraph   # a toggle: hidden twice is shown (17.7.3)

    return is_hidden


def hidden_runs(root: etree._Element, is_hidden: IsHidden) -> Iterator[etree._Element]:
    """The runs of one part that hold something and are hidden; the codes of a field only when all of the field is hidden."""
    waiting: list[etree._Element] = []
    depth = 0
    for run in root.iter(w("r")):
        kinds = [each.get(w("fldCharType")) for each in run.iterchildren(w("fldChar"))]
        waiting.append(run)
        depth = max(0, depth + kinds.count("begin") - kinds.count("end"))
        if depth == 0:
            yield from _hidden_of(waiting, is_hidden)
            waiting = []
    yield from _hidden_of(waiting, is_hidden)


def _hidden_of(runs: list[etree._Element], is_hidden: IsHidden) -> Iterator[etree._Element]:
    """Those to take out of the runs of one field, or of a run outside fields."""
    hidden = [run for run in runs if is_hidden(run)]
    for run in hidden:
        is_code = any(child.tag in FIELD_PIECES for child in run)
        if any(child.tag != w("rPr") for child in run) and not (is_code and len(hidden) < len(runs)):
            yield run


def _remove(root: etree._Element, runs: list[etree._Element], marks: list[etree._Element], rows: list[etree._Element]) -> None:
    """Take out runs, then marks of paragraphs, then rows."""
    for run in runs:
        remove_content(run)
    for mark in marks:
        remove_mark(mark)
    for row in rows:
        marked = next(row.iterancestors(w("tr")), None)
        if marked is not None:
            remove_block(marked)


def _hides_mark(vanish: etree._Element) -> bool:
    """Whether `vanish` hides a paragraph's mark that is no style separator."""
    properties = vanish.getparent()
    above = properties.getparent() if properties is not None else None
    if properties is None or above is None or above.tag != w("pPr") or above.getparent().tag != w("p"):  # type: ignore[union-attr]
        return False
    return _is_on(vanish) and properties.find(w("specVanish")) is None


def _is_on(said: etree._Element) -> bool:
    """The value of an on/off property."""
    return said.get(w("val"), "1").lower() not in OFF
