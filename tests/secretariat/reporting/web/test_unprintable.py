"""Why a report cannot be printed, in the language of the page, with the record in which it stands; freezing says it too."""

import re

import pytest
from django.utils.translation import override

from tansiq.engines.press.errors import InvalidTree, PressError
from tansiq.secretariat.register.models import GroupName
from tansiq.secretariat.reporting.models import FrozenReport
from tansiq.secretariat.reporting.web.unprintable import RULES, sentence

REPORT = "/groups/wgim/reports/23/"
FOUND = InvalidTree("cover", "unprintable character", "'\u65e5' (U+65E5) in register/group-name/wgim-en.1 is in none of the typefaces")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "A text of the record holds a character that no typeface of the PDF has. Character: U+65E5. "
            "Where: Name of a group, wgim-en.1. Correct it in the record, then ask again.",
        ),
        (
            "ar",
            "في أحد نصوص السجل رمز لا يوجد في أي من خطوط ملف PDF. الرمز: U+65E5. "
            "الموضع: اسم فريق، wgim-en.1. صحّحه في السجل ثم أعد الطلب.",
        ),
        (
            "fr",
            "Un texte du registre contient un caractère qu’aucune police du PDF ne possède. Caractère : U+65E5. "
            "Où : Nom d’un groupe, wgim-en.1. Corrigez-le dans le registre, puis demandez à nouveau.",
        ),
    ],
)
def test_sentence_says_what_where_and_what_to_do(language, said):
    with override(language):
        assert sentence(FOUND).replace("\u00a0", " ").replace("\u202f", " ") == said


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("rule", RULES)
def test_sentence_of_every_rule_is_translated(language, rule):
    with override("en"):
        english = sentence(InvalidTree("", rule, ""))
    with override(language):
        assert sentence(InvalidTree("", rule, "")) != english


def test_sentence_of_a_fault_of_ours_says_so():
    for error in (PressError("Typst broke."), InvalidTree("", "grid not filled", "column 2")):
        with override("en"):
            said = sentence(error)
        assert said == "The text would break a rule of documents; the fault is ours. Report it."


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_report_that_cannot_be_printed_is_not_frozen_and_the_form_says_why(example, officer_client, prefix):
    GroupName.objects.filter(language="en").update(long="Working \x07 Group")
    for answer in (
        officer_client.post(f"{prefix}{REPORT}freeze/", {"as_of": "2017-11-15", "language": "en"}),
        officer_client.get(f"{prefix}{REPORT}"),
    ):
        page = re.sub(r"<[^>]+>", " ", answer.content.decode())
        assert answer.status_code == 422
        assert "wgim" in page
        assert "control character" in page or prefix
    assert not FrozenReport.objects.exists()
