"""What the guide shows of consolidated files: the file itself, its matrix, a response; as LibreOffice prints their first pages.

LibreOffice prints no comments beside the page without a window: they are set there by the browser, as the file has them.
"""

import base64
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image, ImageChops  # comes with pikepdf

from tansiq.engines.ooxml import read_package
from tansiq.engines.redline import consolidate
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.decisions import Decision, Disposition, Status
from tansiq.engines.redline.report.pages import pages as pages_of
from tansiq.engines.redline.report.responses import responses
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.rulings import rulings
from tansiq.engines.redline.report.word_table import matrix_docx
from tests.engines.redline.guide_draft import Text, base, copies
from tests.engines.redline.reviews.plain_comments import Said, comments_of
from tests.journeys.browsing import chromium
from tests.journeys.pictures import write

PRINTED = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
DOTS, BORDER = 110, 12                         # an inch; around what is kept
DECIDED = {
    "May 2018": (Decision.ACCEPTED, ""),
    "Two": (Decision.ACCEPTED, ""),
    "were": (Decision.ACCEPTED, ""),
    "rural": (Decision.REJECTED, "Not all joint studies are on rural areas; those that are stand in annex II."),
    "أيار/مايو": (Decision.ACCEPTED, ""),
    "الريفية": (Decision.REJECTED, "لا تقتصر الدراسات المشتركة على المناطق الريفية."),
}
BESIDE = """<html dir="{direction}"><style>
body {{ margin: 8px; display: flex; gap: 16px; width: 1120px; font: 14px "Liberation Sans", "Noto Kufi Arabic", sans-serif }}
img {{ width: 780px; align-self: start }}
section {{ border-inline-start: 3px solid #1f4e79; background: #f3f6fa; padding: 6px 10px; margin-block-end: 8px }}
section.reply {{ margin-inline-start: 20px; margin-block-start: -4px }}
b {{ display: block }} i {{ color: #555; display: block }}
</style><body><img src="data:image/png;base64,{page}"><div>{comments}</div></body></html>"""


@dataclass(frozen=True)
class Page:
    """The first page of a file, of which the part down to `until` is kept: a share of its height."""

    name: str
    content: bytes
    until: float
    comments: bool = False


def pages(text: Text) -> Iterator[Page]:
    """The pages of a draft; the response to an agency in English alone."""
    made = consolidate(base(text), copies(text), base_name="draft-1.docx", language=text.language)
    decided = decisions(made.ledger)
    ending = "" if text.language == "en" else f"-{text.language}"
    found = pages_of(read_package(base(text), name="draft"))
    yield Page(f"consolidated{ending}", made.file, 0.8, comments=True)
    yield Page(f"matrix{ending}", matrix_docx(made.ledger, language=text.language, pages=found, dispositions=decided), 0.94)
    if not ending:
        yield Page("response", responses(made.ledger, rulings(made.ledger, decided), pages=found)["FAO"], 0.8)


def decisions(ledger: Ledger) -> list[Disposition]:
    """What the secretariat decided on the rows that it has come to."""
    found = []
    for row in rows(ledger):
        for word, (decision, response) in DECIDED.items():
            if word in row.after:
                found.append(Disposition(row.key, decision, response=response, status=Status.AGREED))
    return found


def keep(page: Page, folder: Path) -> None:
    """Print the first page and write the part of it that is kept."""
    source = folder / f"{page.name}.docx"
    source.write_bytes(page.content)
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", PRINTED]
    subprocess.run([*office, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    stem = source.with_suffix("")
    poppler = ["pdftoppm", "-png", "-r", str(DOTS), "-f", "1", "-singlefile", f"{stem}.pdf", str(stem)]
    subprocess.run(poppler, check=True, capture_output=True, timeout=120)
    out = io.BytesIO()
    cut(Image.open(f"{stem}.png").convert("RGB"), page.until).save(out, "PNG")
    write(page.name, beside(out.getvalue(), comments_of(page.content), page.name) if page.comments else out.getvalue())


def beside(page: bytes, comments: list[Said], name: str) -> bytes:
    """The picture of a page with the comments of its file beside it."""
    cards = "".join(
        f'<section{" class=reply" if said.answers else ""}><b>{escape(said.person)}</b><i>{escape("" if said.answers else said.on)}</i>'
        f"{escape(said.text)}</section>" for said in comments
    )
    direction = "rtl" if name.endswith("-ar") else "ltr"
    with chromium() as browser:
        shown = browser.new_page(viewport={"width": 1136, "height": 100})
        shown.set_content(BESIDE.format(page=base64.b64encode(page).decode(), comments=cards, direction=direction))
        return shown.screenshot(full_page=True)


def cut(picture: Image.Image, until: float) -> Image.Image:
    """The upper part of a picture without the white around it."""
    upper = picture.crop((0, 0, picture.width, int(picture.height * until)))
    left, top, right, bottom = ImageChops.difference(upper, Image.new("RGB", upper.size, "white")).getbbox()
    return upper.crop((max(0, left - BORDER), max(0, top - BORDER), right + BORDER, bottom + BORDER))
