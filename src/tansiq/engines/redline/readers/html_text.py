"""The words of an HTML mail, a line for each block, in time that grows with its length. Not a parser of web pages."""

import html
import re

BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre", "hr"})
APART = frozenset({"p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4"})
UNSEEN = frozenset({"style", "script", "head", "title"})
_TOKEN = re.compile(r"<(?P<ends>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})[^<>]*>|<[!?/][^<>]*>|(?P<text>[^<]+|<)")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def text_of_html(source: str) -> str:
    """Return the text: blank lines between paragraphs, "- " before items of lists, "> " before lines of a block quote."""
    lines = _Lines()
    for token in _TOKEN.finditer(_without_comments(source)):
        if token["tag"]:
            lines.tag(token["tag"].lower(), ends=bool(token["ends"]))
        elif token["text"]:
            lines.say(_SPACES.sub(" ", html.unescape(token["text"])))
    return "\n".join("".join(line).rstrip() for line in lines.lines)


def _without_comments(source: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := source.find("<!--", at)) >= 0:
        kept.append(source[at:start])
        end = source.find("-->", start + 4)
        at = len(source) if end < 0 else end + 3
    return "".join((*kept, source[at:]))


class _Lines:
    """The lines so far, each in pieces; the last is being written."""

    def __init__(self) -> None:
        self.lines: list[list[str]] = [[]]
        self.quoted = 0
        self.hidden = 0

    def tag(self, name: str, *, ends: bool) -> None:
        """A tag begins or ends."""
        step = -1 if ends else 1
        if name in UNSEEN:
            self.hidden = max(0, self.hidden + step)
        if name in BLOCKS:
            self._break(apart=name in APART)
        if name == "blockquote":
            self.quoted = max(0, self.quoted + step)
        if name == "li" and not ends:
            self.say("- ")

    def say(self, words: str) -> None:
        """Text, its white space already one space each."""
        if self.hidden:
            return
        if not self.lines[-1]:
            words = words.lstrip()
            if self.quoted and words:
                self.lines[-1].append("> ")
        if words:
            self.lines[-1].append(words)

    def _break(self, *, apart: bool) -> None:
        if self.lines[-1]:
            self.lines.append([])
        if apart and len(self.lines) > 1 and self.lines[-2]:
            self.lines.append([])
