"""Makes the pictures of the guide: `python tests/journeys/pictures.py` goes through the first morning and keeps what is named here.

Each is a part of a page as a person sees it, in few colours, so that it stays small.
"""

import io
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image  # comes with pikepdf

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "guide" / "pictures"
BIGGEST, COLOURS = 150_000, 64


@dataclass(frozen=True)
class Picture:
    """A picture: the moment of the morning that it shows, and how much of the page, from `top` on, in CSS pixels."""

    moment: str
    height: int
    top: int = 0


PICTURES = {
    "en": {
        "group-names": Picture("found-refused", height=1150),
        "co-chairs": Picture("co-chairs-refused", height=700),
        "group": Picture("group", height=860),
        "list-columns": Picture("columns", height=760),
        "list-names": Picture("names", height=640),
        "list-preview": Picture("preview", height=700),
        "request": Picture("request", height=520),
        "corrected": Picture("corrected", height=620),
        "report-frozen": Picture("frozen", height=640),
    },
    "ar": {"group-arabic-phone": Picture("group", height=844)},
}
"""The pictures of each journey, by the name of the file."""

WIDTHS = {"en": 1100, "ar": 390}


def main() -> None:
    """Go through the morning at a desk in English and on a phone in Arabic, and write the pictures."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tansiq.site.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANSIQ_DATA"] = folder + "/settings"
        import django  # noqa: PLC0415 (the settings read the folder set above)

        django.setup()
        from tests.journeys.morning import made  # noqa: PLC0415 (as above)

        FOLDER.mkdir(parents=True, exist_ok=True)
        for language in PICTURES:
            office = made(Path(folder) / language)
            take(office, language, Path(folder) / f"{language}-files")


def take(office, language: str, files: Path) -> None:  # noqa: ANN001 (its class needs the settings)
    """Go through one journey and keep its pictures."""
    from tests.journeys.browsing import chromium, serving  # noqa: PLC0415 (needs the settings)
    from tests.journeys.hands import Hands  # noqa: PLC0415 (as above)
    from tests.journeys.morning import desk, whole  # noqa: PLC0415 (as above)

    desk(files, language)
    with serving(office.data) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": WIDTHS[language], "height": 844})
        page.set_default_timeout(60_000)
        whole(Hands(page, language, keeper(page, language)), address + office.link, files)


def keeper(page, language: str) -> Callable[[str], None]:  # noqa: ANN001 (a page of the browser)
    """What keeps the pictures of a moment when the morning comes to it."""

    def keep(moment: str) -> None:
        for name, picture in PICTURES[language].items():
            if picture.moment == moment:
                page.evaluate("document.activeElement.blur()")
                size = {"x": 0, "y": picture.top, "width": WIDTHS[language], "height": picture.height}
                write(name, page.screenshot(full_page=True, clip=size))

    return keep


def few_colours(content: bytes) -> bytes:
    """The picture with a palette: pages have few colours, and half the size is enough."""
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def write(name: str, content: bytes) -> None:
    """Write a picture. Raises SystemExit when it is too big all the same."""
    path = FOLDER / f"{name}.png"
    path.write_bytes(few_colours(content))
    if path.stat().st_size > BIGGEST:
        raise SystemExit(f"{path.name} has {path.stat().st_size} bytes; show less of the page.")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")  # noqa: T201 (the output of this program)


if __name__ == "__main__":
    main()
