"""What reviewers ask for in words, in English, French and Arabic: delete "A", replace "A" with "B", insert "B" after "A".

Only instructions that quote the text; anything else stays a comment.
"""

import re
from dataclasses import dataclass

from tansiq.engines.redline.align.folding import fold

_OPEN, _CLOSE = "\"'\u201c\u201d\u201e\u2018\u00ab", "\"'\u201d\u201c\u2019\u00bb"


def _quoted(name: str) -> str:
    return rf"[{_OPEN}]\s*(?P<{name}>[^\"\u201c\u201d\u201e\u00ab\u00bb]{{1,2000}}?)\s*[{_CLOSE}](?![^\W_])"


_WORDS = r"(?:(?:the|le|la|les)\s+)?(?:(?:words?|sentence|phrase|text|mots?|phrase|texte|expression|كلمة|كلمات|عبارة|جملة|نص)\s+)?"
_REPLACE = r"(?:please\s+|merci de\s+|يرجى\s+)?(?:replace|substitute|change|remplacer|changer|يستعاض عن|استبدال|تستبدل|يستبدل)\s+"
_DELETE = r"(?:please\s+|merci de\s+|يرجى\s+)?(?:delete|remove|strike(?: out)?|supprimer|enlever|تحذف|يحذف|حذف)\s+"
_INSERT = r"(?:please\s+|merci d['\u2019]|يرجى\s+)?(?:insert|add|insérer|ajouter|تضاف|يضاف|إضافة)\s+"
_FORMS = {
    "replace": _REPLACE + _WORDS + _quoted("old") + r"\s+(?:with|by|to|for|par|en|ب|بـ|بعبارة|إلى)\s*" + _WORDS + _quoted("new"),
    "delete": _DELETE + _WORDS + _quoted("old"),
    "insert": _INSERT + _WORDS + _quoted("new") + r"\s+(?P<side>after|before|après|avant|بعد|قبل)\s+" + _WORDS + _quoted("old"),
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _FORMS.items()}
_AFTER = frozenset({"after", "après", "بعد"})
_QUOTE = re.compile(_quoted("text"))
_DELETE_WORDS = frozenset(map(fold, (
    "delete", "to be deleted", "please delete", "delete sentence", "delete this sentence", "delete paragraph", "delete this paragraph",
    "delete text", "delete this text", "remove", "supprimer", "à supprimer", "a supprimer", "supprimer la phrase",
    "supprimer le paragraphe",
    "حذف", "يحذف", "تحذف", "للحذف", "حذف الجملة", "حذف الفقرة", "يرجى الحذف",
)))
_BRACKETED = frozenset(map(fold, ("deleted", "deletion", "supprimé", "suppression", "محذوف", "محذوفة")))


@dataclass(frozen=True, slots=True)
class Instruction:
    """The text in question and what should stand instead; `whole` when the remark says nothing else."""

    quote: str
    proposed: str
    whole: bool


def read_instruction(text: str) -> Instruction | None:
    """Return the instruction a text begins with, or None."""
    for kind, pattern in _PATTERNS.items():
        match = pattern.match(text.strip())
        if match:
            return Instruction(match["old"], _proposed(kind, match), _is_end(text.strip()[match.end():]))
    return None


def quoted_in(text: str) -> str:
    """Return the longest text in quotation marks of at least two words, "" if there is none."""
    quotes = [match["text"] for match in _QUOTE.finditer(text)]
    return max((quote for quote in quotes if len(quote.split()) > 1), key=len, default="")


def asks_to_delete(text: str) -> bool:
    """Whether a "proposed text" is not a text but the wish that the current one go: "Delete", "[deleted]", "À supprimer", "يحذف"."""
    bare = fold(text).strip(" .!()[]-").lower()
    if bare in _DELETE_WORDS:
        return True
    return fold(text).startswith(("[", "(")) and bare in _BRACKETED


def _proposed(kind: str, match: re.Match[str]) -> str:
    if kind == "delete":
        return ""
    if kind == "replace":
        return match["new"]
    after = match["side"].lower() in _AFTER
    old, new = match["old"], match["new"]
    if after:
        return old + ("" if new[0] in ",.;:)" else " ") + new
    return f"{new} {old}"


def _is_end(rest: str) -> bool:
    return not rest.strip(" .\u06d4;!")
