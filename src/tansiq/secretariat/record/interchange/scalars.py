"""What a scalar of a file means, and which characters a text of the record may hold."""

import re
import unicodedata

from ruamel.yaml.nodes import ScalarNode

LONGEST_TEXT = 10_000
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,8})\Z")
GAPS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+ *")
# Direction controls and marks of byte order come along when text is pasted; they show nothing and reorder what stands around them.
INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")


class BadText(ValueError):
    """A text with a character that no document can hold, or too long a one; the message says which and what to do."""


def scalar(node: ScalarNode) -> str | int | bool | None:
    """A text, a whole number of at most nine digits, a boolean or None; dates and everything else stay the text they are.

    Raises BadText.
    """
    kind = str(node.tag or node.ctag).rsplit(":", 1)[-1]
    value = str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() == "true"
    if kind == "int" and INTEGER.match(value):
        return int(value)
    return clean(value)


def clean(text: str) -> str:
    """The text in NFC, on one line, without invisible direction controls. Raises BadText.

    Pairs of surrogates, as JSON escapes write an emoji, become the character they mean.
    """
    if len(text) > LONGEST_TEXT:
        raise BadText(f"the text is {len(text):,} characters long; at most {LONGEST_TEXT:,} are kept in a field.")
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    plain = INVISIBLE.sub("", GAPS.sub(" ", unicodedata.normalize("NFC", joined))).strip()
    found = REFUSED.search(plain)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise BadText(f"the text holds the character {code}, which documents cannot show; take it out.")
    return plain
