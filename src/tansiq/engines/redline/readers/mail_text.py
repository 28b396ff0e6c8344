"""The text of a mail cut into what the reviewer says and what is only around it: greeting, signature, the mail it answers, quotes.

What is cut off is listed, never lost.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tansiq.engines.redline.readers.answer import LeftOut
from tansiq.engines.redline.readers.locus import read_locus

LONGEST_GREETING = 100
LONGEST_SIGNATURE = 15

GREETING = re.compile(
    r"(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|ch[eè]re?s?|mesdames|madame|messieurs|monsieur|"
    r"السادة|السيدات|السيد|السيدة|الزملاء|الزميلات|الأعزاء|عزيز\w*|تحية|السلام عليكم|حضرة)(?=[\s,،:!.]|$)", re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:with\s+)?(?:my\s+|our\s+)?(?:best|kind|kindest|warm|warmest|many)?\s*(?:regards|wishes|greetings)|(?:yours\s+)?(?:sincerely|faithfully)"
    r"(?:\s+yours)?|yours|(?:many\s+)?thanks(?:\s+(?:again|a lot|in advance))?|thank you(?:\s+(?:very much|again|in advance))?|best|cheers|"
    r"(?:bien\s+)?(?:cordialement|à vous)|salutations(?:\s+\w+)?|merci(?:\s+d'avance)?|"
    r"(?:و?مع\s+(?:خالص\s+|أطيب\s+|فائق\s+)?(?:التحية|التحيات|الشكر|التقدير|الاحترام)(?:\s+و\w+)?)|"
    r"و?تفضلوا\s+بقبول.{0,60}|شكرا?ً?(?:\s+جزيلا?ً?)?|تحياتي)\s*[,،.!;]*", re.IGNORECASE,
)
SENT_FROM = re.compile(r"(?:sent from my|get outlook for|envoyé de mon|أرسلت? من)\b.*", re.IGNORECASE)
BEGINS_ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:original message|forwarded message|message d['\u2019]origine|message transféré|الرسالة الأصلية|رسالة محولة)\s*-*.*",
    re.IGNORECASE,
)
HEADED_FROM = re.compile(r"\s*\*?(?:from|de|من)\*?\s*:\*?\s*\S.*", re.IGNORECASE)
HEADED_SENT = re.compile(r"\s*\*?(?:sent|date|envoyé|to|à|التاريخ|تاريخ الإرسال|إلى)\*?\s*:.*", re.IGNORECASE)
WROTE = re.compile(r"\s*(?:on|le|في|يوم)\b.{4,200}(?:wrote|a écrit|كتبت?)\s*.{0,80}[:：]\s*", re.IGNORECASE | re.DOTALL)
BULLET = re.compile(r"\s*(?:[-*\u2022\u2023\u25cf\u00b7]|\(?\d{1,3}[.)]|[a-z][.)])\s+")
QUOTED = re.compile(r"\s*(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: the line it begins on (from 1), its text on one line, whether it stands in the block of the one before, and the
    quoted lines right above it."""

    line: int
    text: str
    goes_on: bool = False
    above: str = ""


@dataclass(slots=True)
class Cut:
    """What is left of a mail, and what was cut off."""

    said: list[Said] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def cut(text: str, is_of_draft: Callable[[str], bool]) -> Cut:
    """Cut a mail. `is_of_draft` tells whether quoted lines are of the draft, so that what is said below them is about that text."""
    done = Cut()
    lines = text.replace("\u00a0", " ").splitlines()
    lines = _without_original(lines, done)
    first, last = _without_greeting(lines, done), _before_signature(lines, done)
    done.said = list(_said(lines[:last], first, is_of_draft, done))
    return done


def _without_original(lines: list[str], done: Cut) -> list[str]:
    """Without the mail that is answered: everything after its header, or only the line "On ..., X wrote:" above quoted lines."""
    for number, line in enumerate(lines):
        two = f"{line}\n{lines[number + 1]}" if number + 1 < len(lines) else line
        if BEGINS_ORIGINAL.fullmatch(line) or _is_header(lines, number):
            return _cut_at(lines, number, done)
        wrote = 1 if WROTE.fullmatch(line) else 2 if WROTE.fullmatch(two) else 0
        if wrote:
            below = lines[number + wrote:]
            answered = any(each.strip() and not QUOTED.match(each) for each in below)
            if answered and any(QUOTED.match(each) for each in below):
                done.left_out.append(LeftOut("quoted_mail", f"{number + 1}", " ".join(two.split()) if wrote > 1 else line.strip()))
                return [*lines[:number], *[""] * wrote, *below]
            return _cut_at(lines, number, done)
    return lines


def _is_header(lines: Sequence[str], number: int) -> bool:
    """Whether the header of another mail begins here, as mail programs put it above the mail they quote."""
    return bool(HEADED_FROM.fullmatch(lines[number])) and any(HEADED_SENT.fullmatch(line) for line in lines[number + 1:number + 3])


def _cut_at(lines: list[str], number: int, done: Cut) -> list[str]:
    done.left_out.append(LeftOut("quoted_mail", f"{number + 1}", "\n".join(lines[number:]).strip()))
    return lines[:number]


def _without_greeting(lines: list[str], done: Cut) -> int:
    """The number of the first line after a greeting."""
    for number, line in enumerate(lines):
        if line.strip():
            if GREETING.match(line.strip()) and len(line) < LONGEST_GREETING and not read_locus(line)[0]:
                done.left_out.append(LeftOut("greeting", f"{number + 1}", line.strip()))
                return number + 1
            return number
    return len(lines)


def _before_signature(lines: list[str], done: Cut) -> int:
    """The number of the line the signature begins on: after "--", or a closing formula with no more than a card below it."""
    for number, line in enumerate(lines):
        closing = line.rstrip() == "--" or SENT_FROM.fullmatch(line.strip()) or CLOSING.fullmatch(line.strip())
        below = [each for each in lines[number + 1:] if each.strip()]
        if closing and len(below) <= LONGEST_SIGNATURE and not any(read_locus(each)[0] or QUOTED.match(each) for each in below):
            done.left_out.append(LeftOut("signature", f"{number + 1}", "\n".join(lines[number:]).strip()))
            return number
    return len(lines)


def _said(lines: Sequence[str], first: int, is_of_draft: Callable[[str], bool], done: Cut) -> Iterator[Said]:
    above = ""
    for start, block in _blocks(lines, first):
        if QUOTED.match(block[0]):
            quoted = " ".join(QUOTED.sub("", line, count=1).strip() for line in block).strip()
            above = quoted if quoted and is_of_draft(quoted) else ""
            if quoted and not above:
                done.left_out.append(LeftOut("quoted_mail", f"{start + 1}", quoted))
            continue
        goes_on = False
        for line, text in _remarks(start, block):
            yield Said(line + 1, text, goes_on, above)
            above, goes_on = "", True


def _blocks(lines: Sequence[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """Lines between blank lines, quoted lines apart from the others; each with the number of its first line."""
    block: list[str] = []
    for number in range(first, len(lines)):
        line = lines[number]
        changes = bool(block) and bool(QUOTED.match(line)) != bool(QUOTED.match(block[0]))
        if block and (not line.strip() or changes):
            yield number - len(block), block
            block = []
        if line.strip():
            block.append(line)
    if block:
        yield len(lines) - len(block), block


def _remarks(start: int, block: Sequence[str]) -> Iterator[tuple[int, str]]:
    """A block in its remarks: each begins with a place or a bullet; other lines go on with the one before."""
    begun, words = start, [block[0].strip()]
    for number, line in enumerate(block[1:], start=start + 1):
        if BULLET.match(line) or read_locus(line)[0]:
            yield begun, " ".join(words)
            begun, words = number, []
        words.append(line.strip())
    yield begun, " ".join(words)
