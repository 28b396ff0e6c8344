"""The French of dates: 1er for the first of a month, months in small letters, « et » between two neighbours, « au » in longer runs."""

from tansiq.engines.dates.months import FRENCH, FRENCH_SHORT
from tansiq.engines.dates.value import Precision, Qualifier
from tansiq.engines.dates.wording import Shape, Wording

_QUALIFIERS = {
    Qualifier.CERTAIN: "",
    Qualifier.APPROXIMATE: " (date approximative)",
    Qualifier.UNCERTAIN: " (date incertaine)",
    Qualifier.BOTH: " (date approximative et incertaine)",
}
_SEASONS = ("printemps {year}", "été {year}", "automne {year}", "hiver {year}–{next}")
_THIRDS_OF_YEAR = ("début {year}", "mi-{year}", "fin {year}")
_THIRDS_OF_MONTH = ("début {date}", "mi-{date}", "fin {date}")
_SINCE = {Precision.DAY: "depuis le {date}", Precision.MONTH: "depuis {date}", Precision.YEAR: "depuis {date}"}


def day_number(day: int) -> str:
    """The day of the month in figures, the first as an ordinal."""
    return "1er" if day == 1 else str(day)


def elide(text: str) -> str:
    """« de » before the three months that begin with a vowel."""
    for month in (FRENCH[3], FRENCH[7], FRENCH[9]):
        text = text.replace(f"de {month}", f"d’{month}")
    return text


PROSE = Wording(
    day_number=day_number,
    months=FRENCH,
    joint=" au ",
    joint_of_two=" et ",
    month_joint="-",
    month_joint_of_two=" et ",
    two_years="{first}–{last}",
    years="{first}–{last}",
    quarters=(
        "premier trimestre de {year}", "deuxième trimestre de {year}", "troisième trimestre de {year}", "quatrième trimestre de {year}",
    ),
    halves=("premier semestre de {year}", "second semestre de {year}"),
    seasons=_SEASONS,
    thirds_of_year=_THIRDS_OF_YEAR,
    thirds_of_month=_THIRDS_OF_MONTH,
    before={
        Precision.DAY: "au plus tard le {date}", Precision.MONTH: "avant la fin de {date}", Precision.YEAR: "avant la fin de {date}",
    },
    since=_SINCE,
    ahead={Precision.DAY: "à compter du {date}", Precision.MONTH: "à compter de {date}", Precision.YEAR: "à compter de {date}"},
    qualifiers=_QUALIFIERS,
    finish=elide,
)
CELL = Wording(
    day_number=day_number,
    months=FRENCH_SHORT,
    joint="-",
    joint_of_two="-",
    month_joint="-",
    month_joint_of_two="-",
    two_years="{first}–{last}",
    years="{first}–{last}",
    quarters=("T1 {year}", "T2 {year}", "T3 {year}", "T4 {year}"),
    halves=("S1 {year}", "S2 {year}"),
    seasons=_SEASONS,
    thirds_of_year=_THIRDS_OF_YEAR,
    thirds_of_month=_THIRDS_OF_MONTH,
    before={Precision.DAY: "au plus tard le {date}", Precision.MONTH: "avant fin {date}", Precision.YEAR: "avant fin {date}"},
    since=_SINCE,
    ahead={Precision.DAY: "dès le {date}", Precision.MONTH: "dès {date}", Precision.YEAR: "dès {date}"},
    qualifiers=_QUALIFIERS,
)
# A lead that ends in an apostrophe could not be followed by a space: « en été » rather than « à l’été », a noun before a run of months.
LEADS = {
    Shape.DAY: "le", Shape.TWO_DAYS: "les", Shape.DAYS: "du",
    Shape.MONTH: "en", Shape.TWO_MONTHS: "en", Shape.MONTHS: "pendant la période",
    Shape.QUARTER: "au cours du", Shape.HALF: "au cours du",
    Shape.SPRING: "au", Shape.SUMMER: "en", Shape.AUTUMN: "en", Shape.WINTER: "en",
    Shape.YEAR: "en", Shape.TWO_YEARS: "en", Shape.YEARS: "pendant la période",
    Shape.EARLY: "", Shape.MID: "à la", Shape.LATE: "",
    Shape.BEFORE: "", Shape.SINCE: "",
}
