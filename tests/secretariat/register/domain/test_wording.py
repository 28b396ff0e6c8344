"""How facts of the register are shown in three languages."""

from datetime import date

from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.wording import REQUEST_WORDS, organizations_display
from tansiq.secretariat.register.enums import RequestState
from tansiq.secretariat.register.models import OrganizationName

NAMES = {
    "fao": {"en": "Food and Agriculture Organization", "ar": "منظمة الأغذية والزراعة", "fr": "Organisation pour l'alimentation"},
    "iom": {"en": "International Organization for Migration", "ar": "المنظمة الدولية للهجرة", "fr": "Organisation pour les migrations"},
    "las": {"en": "League of Arab States", "ar": "جامعة الدول العربية", "fr": "Ligue des États arabes"},
}


def test_organizations_display_is_in_the_order_of_each_language(world):
    for slug, forms in NAMES.items():
        for language, long in forms.items():
            name = OrganizationName(organization=world.organizations[slug], language=language, long=long)
            give_name(name=name, by=world.cast.officer, at=world.clock())
    assert organizations_display(["las", "fao", "iom"], Names(date(2017, 1, 1), LATEST)) == {
        "en": "Food and Agriculture Organization, International Organization for Migration and League of Arab States",
        "ar": "جامعة الدول العربية ومنظمة الأغذية والزراعة والمنظمة الدولية للهجرة",
        "fr": "Ligue des États arabes, Organisation pour l'alimentation et Organisation pour les migrations",
    }


def test_organizations_display_of_none_is_the_word_for_nothing(world):
    assert organizations_display([], Names(date(2017, 1, 1), LATEST)) == {"en": "none", "ar": "لا يوجد", "fr": "néant"}


def test_request_words_say_every_state_in_every_language():
    assert {state: set(words) for state, words in REQUEST_WORDS.items()} == {state: {"en", "ar", "fr"} for state in RequestState}
