"""The words generated drafts and reviews are made of: English, French, Arabic and lines of mixed direction."""

import random

ENGLISH = (
    "the working group reviewed migration statistics and agreed on further steps for the report of the secretary general members "
    "noted that remittances fell while displacement rose under resolution A/71/280 paragraph 12 in 2017 with 1,939 contributions "
    "host countries should strengthen data on health housing and decent work co-chairs invited agencies to comment by Friday"
)
FRENCH = "le groupe de travail a examiné les données l'évaluation des résultats à l’échelle régionale où près de 12 % des États"
ARABIC = "استعرض الفريق العامل بيانات الهجرة الدولية واتفق على الخطوات التالية في تقرير الأمين العام عن التحويلات ١٢ والنزوح"
MIXED = "قرار الجمعية A/71/280 بشأن UNICEF و IOM في عام 2017 بنسبة 12% من المجموع (الفصل 3)"
LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC, "mixed": MIXED}
WORDS = {language: text.split() for language, text in LANGUAGES.items()}


def phrase(rng: random.Random, language: str, count: int) -> str:
    """`count` words, with a comma now and then."""
    words = [rng.choice(WORDS[language]) for _ in range(count)]
    return "".join(word + rng.choice([" ", " ", " ", ", "]) for word in words[:-1]) + words[-1]


def sentence(rng: random.Random, language: str) -> str:
    """A sentence of four to fourteen words."""
    return phrase(rng, language, rng.randint(4, 14)).capitalize() + "."


def right_to_left(text: str) -> bool:
    """Whether a text holds Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)
