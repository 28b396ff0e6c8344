"""A mail as saved (.eml) or pasted into a text file: who wrote it, when, its text and what is attached. No meaning of the text here."""

import email.policy
import email.utils
import re
from dataclasses import dataclass
from datetime import UTC
from email.message import EmailMessage
from email.parser import BytesParser

from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.days import first_moment
from tansiq.engines.redline.readers.html_text import text_of_html

LARGEST = 25_000_000
LONGEST = 2_000_000
MOST_PARTS = 500
MOST_NESTED = 50
LONGEST_FIELD, LONGEST_FIELDS = 2_000, 60_000
"""Characters of one header field, and of all that are read: the parser's time grows with their square."""
FIELD = re.compile(rb"(?im)^(?:content-[a-z-]+|from|date)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*")
HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
OF_A_MAIL = re.compile(rb"(?im)^(?:mime-version|message-id|received|return-path|content-type)\s*:")
PASTED = re.compile(
    r"\s{0,3}\*?(?P<name>from|de|sent|date|envoyé|to|à|cc|subject|objet|من|إلى|التاريخ|تاريخ الإرسال|الموضوع|نسخة)\*?"
    r"\s*:\*?\s*(?P<value>.*)", re.IGNORECASE,
)
FROM, SENT = frozenset({"from", "de", "من"}), frozenset({"sent", "date", "envoyé", "التاريخ", "تاريخ الإرسال"})
BROKEN = (LookupError, ValueError, TypeError, AttributeError, RecursionError, IndexError, AssertionError)
"""What the mail parser raises on headers and bodies made wrong on purpose."""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail. `date` is ISO 8601, "" if it is not said; `attachments` are names of files, which are not read."""

    person: str
    date: str
    text: str
    attachments: tuple[str, ...] = ()


def read_message(data: bytes, *, name: str) -> Message:
    """Read an .eml or a UTF-8 text. `name` (of the agency) only serves the messages.

    Raises CopyRefused: too large, no text, an .msg of Outlook, another encoding.
    """
    if len(data) > LARGEST:
        raise CopyRefused(name, f"the mail is larger than {LARGEST // 1_000_000} MB; save its text alone, and its attachments as files")
    header = HEADER.match(data.replace(b"\r\n", b"\n")[:100_000])
    message = _mail(data, name) if header and OF_A_MAIL.search(header[0]) else _pasted(_decoded(data, name))
    if not message.text.strip():
        raise CopyRefused(name, "the mail has no text; if the comments are in an attachment, save and give that file")
    return message


def _mail(data: bytes, name: str) -> Message:
    fields = [len(field) for field in FIELD.findall(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))]
    if max(fields, default=0) > LONGEST_FIELD or sum(fields) > LONGEST_FIELDS:
        raise CopyRefused(name, "the mail has header lines longer than any mail program writes; copy its text into a .txt file")
    if data.lower().count(b"boundary=") > MOST_NESTED:
        raise CopyRefused(name, f"the mail has more than {MOST_NESTED} parts in parts; save its text alone")
    try:
        mail = BytesParser(policy=email.policy.default).parsebytes(data)
        if not isinstance(mail, EmailMessage) or sum(1 for _ in mail.walk()) > MOST_PARTS:
            raise CopyRefused(name, f"the mail has more than {MOST_PARTS} parts; save its text alone")
        person, _ = email.utils.parseaddr(str(mail.get("From") or ""))
        attached = tuple(part.get_filename() or part.get_content_type() for part in mail.iter_attachments())
        return Message(person, _date(str(mail.get("Date") or "")), _body(mail)[:LONGEST], attached)
    except BROKEN as error:
        raise CopyRefused(name, f"the mail is damaged ({type(error).__name__}); copy its text into a .txt file") from None


def _body(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = part.get_content()
    text = content if isinstance(content, str) else bytes(content).decode("utf-8", "replace")
    return text_of_html(text[:LONGEST]) if part.get_content_subtype() == "html" else text


def _pasted(text: str) -> Message:
    """A text whose first lines may be the header lines that a mail program shows."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    header: dict[str, str] = {}
    after = first
    while after < len(lines) and (match := PASTED.fullmatch(lines[after])):
        header.setdefault(match["name"].lower(), match["value"].strip())
        after += 1
    if len(header) < 2 or not FROM & set(header):
        return Message("", "", text)
    written = next(header[name] for name in header if name in FROM)
    person = email.utils.parseaddr(written)[0] or re.split(r"\s*[<\[(]", written)[0]
    sent = next((header[name] for name in header if name in SENT), "")
    return Message(person.strip(), _date(sent), "\n".join(lines[after:]))


def _date(written: str) -> str:
    """ISO 8601 in UTC; where no time zone is said, the first moment of the day; "" for what cannot be read."""
    try:
        when = email.utils.parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return first_moment(written)
    return first_moment(written) if when.tzinfo is None else f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CopyRefused(name, "the file is an Outlook message (.msg); save it as .eml or copy its text into a .txt file")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise CopyRefused(name, "the text is not UTF-8; save it as UTF-8 text, or save the mail as .eml") from None
    if "\x00" in text:
        raise CopyRefused(name, "the file is not a text; save the mail as .eml or copy its text into a .txt file")
    return text[:LONGEST]
