"""Names of months and weekdays in English, French and Arabic. Data only; how they stand in a date is the business of the wordings."""

from babel import Locale

MONTHS = range(1, 13)


def _names(language: str, width: str) -> tuple[str, ...]:
    names = Locale.parse(language).months["format"][width]
    return tuple(str(names[month]) for month in MONTHS)


ENGLISH, ENGLISH_SHORT = _names("en", "wide"), _names("en", "abbreviated")
FRENCH, FRENCH_SHORT = _names("fr", "wide"), _names("fr", "abbreviated")
WEEKDAYS_ENGLISH: tuple[str, ...] = tuple(str(Locale.parse("en").days["format"]["wide"][day]) for day in range(7))

# The form of the United Nations and of ESCWA: Levantine name, slash, transliterated name. Headquarters writes يونيه and يوليه in
# the second place, ESCWA يونيو and يوليو (seen as تموز/يوليو on ESCWA pages of 2012 and 2022); ESCWA's is taken. No locale has the pair.
ARABIC = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)
ARABIC_SHORT = tuple(name.partition("/")[0] for name in ARABIC)
