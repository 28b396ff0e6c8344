"""What is read of a picture."""

import base64

import pytest

from tansiq.engines.press.pictures import UnreadablePicture, picture_bytes, pixel_size
from tests.engines.press.sample import png

JPEG = bytes.fromhex("ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 000b 08 0004 0009 01 011100 ffd9")


def encoded(blob):
    return base64.b64encode(blob).decode()


def test_pixel_size_of_png_and_jpeg_is_read():
    assert pixel_size(png(8, 4), "image/png") == (8, 4)
    assert pixel_size(encoded(JPEG), "image/jpeg") == (9, 4)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ("not base64!", "image/png"),
        (encoded(b""), "image/png"),
        (encoded(b"\x89PNG\r\n\x1a\n"), "image/png"),
        (encoded(JPEG), "image/png"),
        (png(), "image/jpeg"),
        (encoded(b"\xff\xd8\xff"), "image/jpeg"),
        (encoded(JPEG.replace(b"\x00\x04\x00\x09", b"\x00\x00\x00\x09")), "image/jpeg"),
        (png(), "image/svg+xml"),
        (png(1, 1).replace("AAAAB", "////", 1), "image/png"),
    ],
)
def test_pixel_size_of_unreadable_picture_refused(data, media_type):
    with pytest.raises(UnreadablePicture):
        pixel_size(data, media_type)


def test_picture_bytes_are_those_encoded():
    assert picture_bytes(encoded(JPEG)) == JPEG
