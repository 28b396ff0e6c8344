"""What the writers must know of a picture: its bytes and its size in pixels. No drawing, no conversion."""

import base64
import binascii
import struct
from collections.abc import Callable
from functools import lru_cache

from tansiq.engines.press.errors import PressError

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_PIXELS = 20_000


class UnreadablePicture(PressError):
    """The data of a picture is not what its media type says."""


def picture_bytes(data: str) -> bytes:
    """The bytes of base64 `data`. Raises UnreadablePicture."""
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise UnreadablePicture("`data` is not base64; encode the bytes of the picture without line ends") from None


@lru_cache(maxsize=256)
def pixel_size(data: str, media_type: str) -> tuple[int, int]:
    """Width and height in pixels of base64 `data` (PNG: ISO/IEC 15948, 11.2.2; JPEG: ITU-T T.81, B.2.2).

    Raises UnreadablePicture when the bytes are not a picture of `media_type` or a side is 0 or above MAX_PIXELS.
    """
    size = _SIZES[media_type](picture_bytes(data)) if media_type in _SIZES else None
    if size is None or not all(0 < side <= MAX_PIXELS for side in size):
        raise UnreadablePicture(f"the bytes are not a readable {media_type} picture; export it again as PNG or JPEG")
    return size


def _png_size(blob: bytes) -> tuple[int, int] | None:
    if not blob.startswith(PNG_SIGNATURE) or blob[12:16] != b"IHDR" or len(blob) < 33:
        return None
    width, height = struct.unpack(">II", blob[16:24])
    return width, height


def _jpeg_size(blob: bytes) -> tuple[int, int] | None:
    if not blob.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 < len(blob) and blob[at] == 0xFF:
        marker = blob[at + 1]
        # SOF0 to SOF15 hold the size; C4, C8 and CC share the range and hold tables.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", blob[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", blob[at + 2 : at + 4])[0])
    return None


_SIZES: dict[str, Callable[[bytes], tuple[int, int] | None]] = {"image/png": _png_size, "image/jpeg": _jpeg_size}
