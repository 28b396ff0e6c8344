"""The entries of a zip file as bytes, or a refusal; every byte is counted while it is inflated, nothing is written to a disk.

Sizes that the zip declares are never believed.
"""

import struct
import zipfile
import zlib
from io import BytesIO

from tansiq.engines.ooxml.errors import PackageRefused, one_line
from tansiq.engines.ooxml.limits import LIMITS, MEGABYTE, Limits

CENTRAL_ENTRY = b"PK\x01\x02"
CHUNK = 1 << 16
ENCRYPTED = 0x1 | 0x40
PATCHED = 0x20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError, ValueError, OverflowError, OSError)
"""What zipfile raises on files that are no zip, cut short, or made to mislead."""


def unzip(source: bytes, *, name: str, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The entries of a zip by name, folders left out. `name` is the file's, for messages.

    Raises PackageRefused: damaged, encrypted, an unsafe or repeated name, another method than stored or deflated, over a limit.
    """
    # Before zipfile makes an object of each entry: a directory of a million entries is refused by counting its marks.
    if source.count(CENTRAL_ENTRY) > 4 * limits.entries:
        raise PackageRefused(name, _too_many(limits))
    try:
        with zipfile.ZipFile(BytesIO(source)) as archive:
            return _entries(archive, len(source), name, limits)
    except BROKEN as error:
        said = one_line(error) or type(error).__name__
        raise PackageRefused(name, f"the file is damaged ({said}); ask for it again") from None


def _entries(archive: zipfile.ZipFile, packed: int, name: str, limits: Limits) -> dict[str, bytes]:
    """All entries, each read after its name and flags were looked at."""
    infos = archive.infolist()
    if len(infos) > limits.entries:
        raise PackageRefused(name, _too_many(limits))
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    used = 0
    for info in infos:
        _look_at(info, seen, name, limits)
        if info.filename.endswith("/") and not info.file_size:
            continue
        found[info.filename] = _inflated(archive, info, _most(info, used, packed, limits), name)
        used += len(found[info.filename])
    return found


def _most(info: zipfile.ZipInfo, used: int, packed: int, limits: Limits) -> tuple[int, str]:
    """How many bytes an entry may have after `used` ones, and what is said when it has more."""
    part = f"its part {info.filename[:80]!r}"
    bounds = [
        (limits.total - used, f"it unpacks to more than {limits.total // MEGABYTE} MB; make its pictures smaller, or split it"),
        (
            max(limits.ratio_from, limits.ratio * packed) - used,
            f"it unpacks to more than {limits.ratio} times its size; it is made to do harm, or damaged",
        ),
    ]
    if info.filename.lower().endswith((".xml", ".rels")):
        bounds.append((limits.xml_part, f"{part} unpacks to more than {limits.xml_part // MEGABYTE} MB; split the document"))
    return min(bounds)


def _look_at(info: zipfile.ZipInfo, seen: set[str], name: str, limits: Limits) -> None:
    """Refuse an entry by its name, its flags or its method."""
    shown = repr(info.orig_filename[:80])
    if unsafe(info.orig_filename, limits):
        raise PackageRefused(name, f"it holds an entry with an unsafe name ({shown}); it is not a usual Word document")
    if info.filename.lower() in seen:
        raise PackageRefused(name, f"it holds two entries named {shown}; open the file in Word and save it again")
    seen.add(info.filename.lower())
    if info.flag_bits & ENCRYPTED:
        raise PackageRefused(name, "it is encrypted; ask for the file without a password")
    if info.flag_bits & PATCHED or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise PackageRefused(name, f"its entry {shown} is packed in a way no Word document is; open the file in Word and save it again")


def unsafe(entry: str, limits: Limits = LIMITS) -> bool:
    """Whether an entry's name could mean a place outside the package, or is no name of a part."""
    steps = entry.removesuffix("/").split("/")
    return (
        not entry.strip("/") or len(entry) > limits.name_length or "\\" in entry or ":" in entry
        or any(step in {"", ".", ".."} for step in steps) or not entry.isprintable()
    )


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: tuple[int, str], name: str) -> bytes:
    """The bytes of one entry, refused as soon as there are too many; zipfile compares their sum at the end."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > most[0]:
                raise PackageRefused(name, most[1])
            pieces.append(piece)
    return b"".join(pieces)


def _too_many(limits: Limits) -> str:
    """What is said of a zip with too many entries."""
    return f"it holds more than {limits.entries:,} parts, which no Word document has; it is made to do harm, or not one document"
