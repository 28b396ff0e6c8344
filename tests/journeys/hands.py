"""How a person acts on a page: by what stands on it, with the mouse or a finger, or with the keys of a keyboard alone.

A control is named by its visible words, in English; they are looked up in the catalogs of the language the person reads.
"""

import re
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PatienceOver

MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
FARTHEST = 400
"""So many stops of the Tab key are more than any page has."""

TRIES, MISSED = 4, 15_000
"""How often a chooser of files is asked for, and after how many milliseconds it is asked for again."""

SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0 && box.height > 0;
}"""
STOP = """wanted => {
  const at = document.activeElement, style = getComputedStyle(at), before = window.stopBefore ?? null;
  window.stopBefore = at;
  return {
    wanted: at === wanted, name: at.tagName + " " + (at.name || at.textContent.trim().slice(0, 40)),
    nothing: at === document.body || at === document.documentElement,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    ordered: before === null || !before.isConnected || at === document.body
      || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    seen: (SEEN)(),
  };
}""".replace("SEEN", SEEN)
"""What the Tab key has reached: whether the ring shows, whether it can be seen, whether it comes after the stop before."""


def plain(text: str) -> str:
    """A text as a person reads it: one space between words, no marks of direction."""
    return " ".join(MARKS.sub("", text).split())


class Hands:
    """A person who reads one language and acts with a mouse or a finger."""

    def __init__(self, page: Page, language: str, show: Callable[[str], None] = lambda _name: None) -> None:
        self.page, self.language, self.show = page, language, show
        self.scopes: list[Locator] = []

    def say(self, text: str, **found: Any) -> str:
        """Words of the site in the language of the person. Fails where they are not translated."""
        with override(self.language):
            said = gettext(text)
        assert self.language == "en" or said != text, f"{text!r} is not translated"
        return plain(said % found if found else said)

    @contextmanager
    def part(self, words: str):
        """Within the part of the page (a set of fields, a section, a row) that has these words as they stand."""
        parts = self.around.locator("fieldset.part, section, li, tr").filter(has_text=words)
        self.scopes.append(parts.last)
        yield
        self.scopes.pop()

    @property
    def around(self) -> Any:
        """Where controls are looked for."""
        return self.scopes[-1] if self.scopes else self.page

    @property
    def sees(self) -> str:
        """What stands on the page."""
        return plain(self.page.locator("main").inner_text())

    def field(self, label: str, **found: Any) -> Locator:
        """The field with this label."""
        return self.around.get_by_label(self.say(label, **found), exact=True)

    def button(self, words: str) -> Locator:
        """The button with these words."""
        return self.around.get_by_role("button", name=self.say(words), exact=True)

    def link(self, words: str) -> Locator:
        """The link with these words."""
        return self.around.get_by_role("link", name=self.say(words), exact=True).first

    def write(self, label: str, text: str, **found: Any) -> None:
        """Write into a field in place of what stands there; `found` fills the label."""
        self.field(label, **found).fill(text)

    def choose(self, label: str, option: str) -> None:
        """Choose what stands in a list, by its words as they stand."""
        self.field(label).select_option(label=option)

    def tick(self, own: str) -> None:
        """Tick a box or a choice, by its words as they stand."""
        self.around.get_by_label(own, exact=True).check()

    def attach(self, label: str, path: Path) -> None:
        """Choose a file."""
        self.field(label).set_input_files(path)

    def press(self, words: str) -> None:
        """Press a button that sends a form."""
        self._open(self.button(words))

    def follow(self, words: str) -> None:
        """Follow a link."""
        self._open(self.link(words))

    def follow_named(self, own: str) -> None:
        """Follow a link by its words as they stand."""
        self._open(self.around.get_by_role("link", name=own, exact=True).first)

    def follow_part(self, own: str) -> None:
        """Follow a link that has these words among its own."""
        spaced = re.compile(r"\s".join(map(re.escape, own.split())))
        self._open(self.around.get_by_role("link").filter(has_text=spaced).first)

    def fetch(self, own: str) -> bytes:
        """Download what a link leads to, by its words as they stand."""
        with self.page.expect_download() as waiting:
            self._go(self.around.get_by_role("link", name=own, exact=True).first)
        return Path(waiting.value.path()).read_bytes()

    def _open(self, control: Locator) -> None:
        with self.page.expect_navigation():
            self._go(control)

    def _go(self, control: Locator) -> None:
        control.click()


class Keys(Hands):
    """A person who has a keyboard and nothing else: the Tab key, Enter, the space bar and typing."""

    def reach(self, control: Locator) -> None:
        """Press Tab until the control has the focus; on the way every stop is visible, has its ring and comes in order."""
        wanted = control.element_handle()
        for _press in range(FARTHEST):
            self.page.keyboard.press("Tab")
            stop = wanted.evaluate(STOP)
            assert stop["nothing"] or (stop["ring"] and stop["ordered"] and (stop["seen"] or self.scrolled())), stop
            if stop["wanted"]:
                return
        raise AssertionError(f"the Tab key does not reach {control}")

    def scrolled(self) -> bool:
        """Whether what has the focus comes into view in a moment, which the browser takes to scroll there."""
        for _frame in range(20):
            self.page.wait_for_timeout(20)
            if self.page.evaluate(SEEN):
                return True
        return False

    def write(self, label: str, text: str, **found: Any) -> None:
        """Reach the field and type in place of what stands there."""
        self.reach(self.field(label, **found))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, label: str, option: str) -> None:
        """Reach the list and type the words of what is meant."""
        control = self.field(label)
        self.reach(control)
        self.page.keyboard.type(option)
        assert control.evaluate("each => each.selectedOptions[0].label") == option

    def tick(self, own: str) -> None:
        """Reach the box and press the space bar, unless it is ticked."""
        control = self.around.get_by_label(own, exact=True)
        self.reach(control)
        if not control.is_checked():
            self.page.keyboard.press("Space")
        assert control.is_checked()

    def attach(self, label: str, path: Path) -> None:
        """Reach the field and open the chooser of files with the space bar, once more where a busy browser missed it."""
        self.reach(self.field(label))
        for _press in range(TRIES):
            with suppress(PatienceOver), self.page.expect_file_chooser(timeout=MISSED) as chooser:
                self.page.keyboard.press("Space")
            if chooser.is_done():
                chooser.value.set_files(path)
                return
        raise AssertionError("the space bar opens no chooser of files")

    def _go(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")
