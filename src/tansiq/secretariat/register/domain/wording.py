"""How the facts of the register are shown: names of organizations in the order of the language, states of a request."""

from collections.abc import Iterable, Mapping

from tansiq.engines.press.collation import sort_key
from tansiq.engines.press.typography import join_list
from tansiq.secretariat.record.domain.wording import NOTHING
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import RequestState

REQUEST_WORDS: Mapping[str, Mapping[str, str]] = {
    RequestState.INTEREST: {"en": "interest noted", "ar": "اهتمام مسجّل", "fr": "intérêt signalé"},
    RequestState.RECEIVED: {"en": "received", "ar": "وارد", "fr": "reçue"},
    RequestState.CIRCULATED: {"en": "before the co-chairs", "ar": "معروض على الرؤساء المشاركين", "fr": "soumise à la coprésidence"},
    RequestState.APPROVED: {"en": "approved", "ar": "مقبول", "fr": "approuvée"},
    RequestState.DECLINED: {"en": "declined", "ar": "مرفوض", "fr": "rejetée"},
    RequestState.DEFERRED: {"en": "deferred", "ar": "مؤجّل", "fr": "reportée"},
    RequestState.WITHDRAWN: {"en": "withdrawn", "ar": "مسحوب", "fr": "retirée"},
}
"""The request is feminine in French (la demande) and masculine in Arabic (الطلب)."""


def organizations_display(organizations: Iterable[str], names: Names, form: str = "long") -> dict[str, str]:
    """The names of organizations (slugs) as one list, in each language in its own order; the word for nothing when there are none."""
    slugs = list(organizations)
    if not slugs:
        return dict(NOTHING)
    shown = {}
    for language in Language.values:
        texts = [names.name(f"register/organization/{slug}", language).text(form) for slug in slugs]
        shown[language] = join_list(sorted(texts, key=lambda text: sort_key(text, language)), language)
    return shown
