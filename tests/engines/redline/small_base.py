"""A short draft as paragraphs of an index, for tests of the ways agencies answer."""

from tansiq.engines.redline.align.atoms import FOOTNOTE
from tansiq.engines.redline.align.index import BaseIndex, BaseParagraph

BODY = "word/document.xml#body"

TEXTS = (
    ("", "1. Background", "1. Background", 1),
    ("1", "The Working Group was established in 2013 and has 16 members.", "1. Background", 1),
    ("2", "It meets twice a year in Beirut or in Cairo, as its members decide.", "1. Background", 1),
    ("", "", "1. Background", 1),
    ("", "2. Achievements", "2. Achievements", 2),
    ("3", "The “Situation Report” was published in 2015 – the second of its series." + FOOTNOTE + " It covers 22 countries.",
     "2. Achievements", 2),
    ("(a)", "A consultation was held in September 2017;", "2. Achievements", 2),
    ("(b)", "A launch event was held in Cairo.", "2. Achievements", 3),
    ("4", "Data on labour migration remain scarce. Data on labour migration are needed.", "2. Achievements", 3),
    ("5", "أُنشئ الفريق العامل المعني بالهجرة الدولية في عام ٢٠١٣ ويضم ستة عشر عضوًا.", "2. Achievements", 3),
    ("", "Annex", "Annex", 4),
    ("1", "List of members.", "Annex", 4),
)


def small_base() -> BaseIndex:
    """Twelve paragraphs on four pages, then the cells of a table."""
    paragraphs = []
    at = 0
    for position, (number, text, heading, page) in enumerate(TEXTS, start=1):
        paragraphs.append(BaseParagraph(BODY, at, text, number, heading, page, paragraph=position))
        at += len(text) + 1
    cells = ("Lebanon", "It hosts 1.5 million refugees.", "Jordan", "It hosts 0.7 million refugees.")
    for position, text in enumerate(cells):
        row, cell = divmod(position, 2)
        flow = f"{BODY}/t0/r{row}/c{cell}"
        paragraphs.append(BaseParagraph(flow, 0, text, heading="Annex", page=4, paragraph=13 + position, row=row + 1, cell=cell + 1))
    return BaseIndex(paragraphs)


def text_at(index: BaseIndex, flow: str, start: int, end: int) -> str:
    """The units of a flow in a half-open range, paragraph marks as line feeds."""
    units = "".join(paragraph.text + "\n" for paragraph in index.paragraphs if paragraph.flow == flow)
    return units[start:end]
