"""What every test has: tools that may be absent, the shared acceptance data, campaigns, a data folder of its own.

Environment: TANSIQ_REQUIRE names tools whose absence is a failure, TANSIQ_SHARED the folder of the acceptance data,
TANSIQ_CAMPAIGN a campaign to run at its full number, TANSIQ_TEST_POSTGRES a PostgreSQL server that tests may use.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("TANSIQ_SHARED") or ROOT.parent / "shared").absolute()
CAMPAIGN = os.environ.get("TANSIQ_CAMPAIGN", "")
SAMPLE, FULL = 100, 10_000

hypothesis.settings.register_profile("sample", deadline=None, derandomize=True)
hypothesis.settings.register_profile("campaign", deadline=None, print_blob=True)
hypothesis.settings.load_profile("campaign" if CAMPAIGN else "sample")

TOOLS: dict[str, tuple[Callable[[], bool], str]] = {
    "soffice": (lambda: shutil.which("soffice") is not None, "LibreOffice (soffice) is not installed"),
    "chromium": (lambda: shutil.which("chromium") is not None, "Chromium is not installed"),
    "poppler": (lambda: shutil.which("pdftoppm") is not None, "poppler-utils (pdftoppm) is not installed"),
    "pandoc": (lambda: shutil.which("pandoc") is not None, "pandoc is not installed"),
    "postgres": (lambda: bool(os.environ.get("TANSIQ_TEST_POSTGRES")), "TANSIQ_TEST_POSTGRES names no PostgreSQL server"),
    "shared": (SHARED.is_dir, "the acceptance data are not beside the repository (TANSIQ_SHARED)"),
}


def require(tool: str) -> None:
    """Skip the running test when `tool` is absent; fail it where TANSIQ_REQUIRE asks for the tool."""
    if tool not in TOOLS:
        pytest.fail(f"needs({tool!r}): no such tool; known are {', '.join(TOOLS)}")
    present, reason = TOOLS[tool]
    if present():
        return
    if tool in os.environ.get("TANSIQ_REQUIRE", "").replace(" ", "").split(","):
        pytest.fail(f"TANSIQ_REQUIRE asks for {tool}: {reason}")
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for the tools that a test needs before anything of it runs."""
    for marker in item.iter_markers("needs"):
        for tool in marker.args:
            require(tool)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests that share one imported example last, and keep only those of the campaign that TANSIQ_CAMPAIGN names.

    The example stays in the database for the session, so a test that counts rows must have run before; a worker of
    pytest-xdist keeps this order too.
    """
    items.sort(key=lambda item: "imported_example" in getattr(item, "fixturenames", ()))
    if not CAMPAIGN:
        return
    names = {marker.args[0] for item in items for marker in item.iter_markers("campaign")}
    if CAMPAIGN not in names:
        raise pytest.UsageError(f"there is no campaign {CAMPAIGN!r}; the campaigns are: {', '.join(sorted(names)) or 'none yet'}")
    kept = [item for item in items if any(marker.args[0] == CAMPAIGN for marker in item.iter_markers("campaign"))]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture
def campaign(request: pytest.FixtureRequest) -> int:
    """How many examples the test runs: those of its `campaign(name, sample=, full=)`, full when the campaign is asked for."""
    marker = request.node.get_closest_marker("campaign")
    if marker is None:
        pytest.fail("the fixture `campaign` needs @pytest.mark.campaign(NAME) on the test")
    return int(marker.kwargs.get("full", FULL) if marker.args[0] == CAMPAIGN else marker.kwargs.get("sample", SAMPLE))


@pytest.fixture
def shared() -> Path:
    """The folder of the acceptance data."""
    require("shared")
    return SHARED


@pytest.fixture(autouse=True)
def data_folder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of this test alone; what a command started by it and what Django keeps both go there."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("TANSIQ_DATA", str(folder))
    settings = request.getfixturevalue("settings")
    settings.DATA = folder
    settings.EVIDENCE = folder / "evidence"
    # The files of the site's own cache would be shared by the processes of the tests.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    return folder


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    """English at the start of each test: a page asked for in another language leaves that one behind."""
    with translation.override("en"):
        yield
