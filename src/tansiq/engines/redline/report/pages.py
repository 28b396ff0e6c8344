"""On which page of the circulated file each paragraph of the base begins, as LibreOffice sets it; nothing without LibreOffice.

The pages are those of a PDF made here: a PDF that another program made of the same file may break elsewhere.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import read_document

SECONDS = 120
_MARK = "tansiqpage"
"""Letters only: LibreOffice writes others in hexadecimal."""
_NAMED = re.compile(rf"/?{_MARK}(\d{{1,9}})")
_FIRST_ID = 1_000_000
"""Bookmarks of a file count from 0; ours stay clear of them."""

_ELSEWHERE = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"), Path("C:/Program Files/LibreOffice/program/soffice.com"),
)
_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_TOLD = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
# No macro runs, no link is followed, and what would still ask the network meets a proxy that is not there.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def pages(base: Package, *, seconds: float = SECONDS, soffice: str | None = None) -> dict[int, int] | None:
    """The page (from 1) of each paragraph of the body, by its number in the story (from 1).

    None when LibreOffice is not there, takes longer than `seconds`, or makes no PDF of the file: the matrix then has paragraph numbers
    only. `soffice` is the program to run, else the one found on this machine. The package is not changed.
    """
    program = soffice or found_soffice()
    if program is None:
        return None
    marked = marked_copy(base)
    with tempfile.TemporaryDirectory(prefix="tansiq-pages-") as name:
        folder = Path(name)
        (folder / "base.docx").write_bytes(marked.write())
        _write_profile(folder / "profile")
        if not _converted(program, folder, seconds):
            return None
        pdf = folder / "base.pdf"
        return pages_of_marks(pdf.read_bytes()) if pdf.is_file() else None


def found_soffice() -> str | None:
    """The path of LibreOffice's program on this machine, None without it."""
    return shutil.which("soffice") or next((str(path) for path in _ELSEWHERE if path.is_file()), None)


def marked_copy(base: Package) -> Package:
    """A copy of the package with a bookmark at the start of every paragraph of the body, named by the paragraph's number."""
    copy = base.copy()
    document = read_document(copy, Atoms())
    for flow in document.flows.values():
        if flow.story != "body":
            continue
        for paragraph in flow.paragraphs:
            mark = str(_FIRST_ID + paragraph.number)
            start = etree.Element(w("bookmarkStart"), {w("id"): mark, w("name"): f"{_MARK}{paragraph.number}"})
            end = etree.Element(w("bookmarkEnd"), {w("id"): mark})
            first = 1 if len(paragraph.element) and paragraph.element[0].tag == w("pPr") else 0
            paragraph.element[first:first] = [start, end]
    return copy


def pages_of_marks(pdf: bytes) -> dict[int, int] | None:
    """The page of each of our bookmarks in a PDF that carries them as named destinations; None when it cannot be read."""
    try:
        reader = PdfReader(BytesIO(pdf))
        number_of = {page.indirect_reference: number for number, page in enumerate(reader.pages, start=1)}
        found = {}
        for name, destination in reader.named_destinations.items():
            mark = _NAMED.fullmatch(name)
            page = number_of.get(destination.raw_get("/Page"))
            if mark and page is not None:
                found[int(mark[1])] = page
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError):
        return None
    return dict(sorted(found.items()))


def _write_profile(folder: Path) -> None:
    root = etree.Element("{http://openoffice.org/2001/registry}items", nsmap={"oor": "http://openoffice.org/2001/registry"})
    for path, name, value in _SETTINGS:
        item = etree.SubElement(root, "item", {"{http://openoffice.org/2001/registry}path": path})
        prop = etree.SubElement(item, "prop", {
            "{http://openoffice.org/2001/registry}name": name, "{http://openoffice.org/2001/registry}op": "fuse",
        })
        etree.SubElement(prop, "value").text = value
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _converted(program: str, folder: Path, seconds: float) -> bool:
    """Whether LibreOffice came to its end in time; it is stopped with all it started when it did not."""
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck", "--convert-to",
        _EXPORT, "--outdir", str(folder), str(folder / "base.docx"),
    ]
    told = {name: os.environ[name] for name in _TOLD if name in os.environ} | {"HOME": str(folder)}
    try:
        process = subprocess.Popen(
            command, env=told, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
