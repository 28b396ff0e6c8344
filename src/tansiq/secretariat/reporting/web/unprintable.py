"""Says in the language of the page why a report cannot be printed: what the press found, and in which record it stands."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.press.errors import InvalidTree, PressError
from tansiq.secretariat.reporting.web.words import KINDS

RULES: Mapping[str, Any] = {
    "forbidden character": gettext_lazy("A text of the record holds a control character or a line end, which no document can show."),
    "unprintable character": gettext_lazy("A text of the record holds a character that no typeface of the PDF has."),
    "empty text": gettext_lazy("A text of the record that is to be printed is empty."),
    "empty heading": gettext_lazy("A title of the record that is to be printed is empty."),
}
"""What the press finds in a record that was entered; other rules can only be broken by a fault of ours."""

REFERENCE = re.compile(r"\b(?P<kind>[a-z]+/[a-z-]+)/(?P<slug>[\w.-]*\w)")
CODE = re.compile(r"\bU\+[0-9A-F]{4,6}\b")


def sentence(error: PressError) -> str:
    """Why, where, and what to do."""
    rule = error.rule if isinstance(error, InvalidTree) else ""
    told = [str(RULES[rule]) if rule in RULES else _("The text would break a rule of documents; the fault is ours. Report it.")]
    codes = list(dict.fromkeys(CODE.findall(str(error))))
    if codes:
        told.append(_("Character: %(codes)s.") % {"codes": ", ".join(codes)})
    found = REFERENCE.search(str(error))
    if found:
        where = {"kind": KINDS.get(found["kind"], found["kind"]), "name": found["slug"]}
        told.append(_("Where: %(kind)s, %(name)s.") % where)
    if rule in RULES:
        told.append(_("Correct it in the record, then ask again."))
    return " ".join(told)
