"""Makes the pictures of consolidated files in the guide: `python tests/engines/redline/guide_pictures.py` (LibreOffice and poppler)."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Consolidate the drafts of the guide, decide on one, and write the pictures."""
    sys.path.insert(0, str(ROOT))
    from tests.engines.redline.guide_draft import ARABIC, ENGLISH  # noqa: PLC0415 (needs the path set above)
    from tests.engines.redline.guide_pages import keep, pages  # noqa: PLC0415 (as above)

    with tempfile.TemporaryDirectory() as folder:
        for page in [*pages(ENGLISH), *pages(ARABIC)]:
            keep(page, Path(folder))


if __name__ == "__main__":
    main()
