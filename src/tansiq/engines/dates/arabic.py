"""The Arabic of dates as ESCWA writes it: both names of the month, و joined to the second of two days, إلى in longer runs, no dash.

A dash between two numbers is shown in the order of the line, so 26–27 reads 27–26 to an eye used to Latin; words have no such trouble.
"""

from tansiq.engines.dates.months import ARABIC, ARABIC_SHORT
from tansiq.engines.dates.value import Precision, Qualifier
from tansiq.engines.dates.wording import Shape, Wording

_QUALIFIERS = {
    Qualifier.CERTAIN: "",
    Qualifier.APPROXIMATE: " (تاريخ تقريبي)",
    Qualifier.UNCERTAIN: " (تاريخ غير مؤكد)",
    Qualifier.BOTH: " (تاريخ تقريبي وغير مؤكد)",
}
_SEASONS = ("ربيع عام {year}", "صيف عام {year}", "خريف عام {year}", "شتاء عامي {year} و{next}")
_THIRDS_OF_MONTH = ("أوائل {date}", "منتصف {date}", "أواخر {date}")
_UNITS = (Precision.DAY, Precision.MONTH, Precision.YEAR)

PROSE = Wording(
    months=ARABIC,
    year="عام {year}",
    joint=" إلى ",
    joint_of_two=" و",
    month_joint=" إلى ",
    month_joint_of_two=" و",
    two_years="عامي {first} و{last}",
    years="عام {first} إلى عام {last}",
    quarters=("الربع الأول من عام {year}", "الربع الثاني من عام {year}", "الربع الثالث من عام {year}", "الربع الأخير من عام {year}"),
    halves=("النصف الأول من عام {year}", "النصف الثاني من عام {year}"),
    seasons=_SEASONS,
    thirds_of_year=("مطلع عام {year}", "منتصف عام {year}", "أواخر عام {year}"),
    thirds_of_month=_THIRDS_OF_MONTH,
    before={Precision.DAY: "في موعد أقصاه {date}", Precision.MONTH: "قبل نهاية {date}", Precision.YEAR: "قبل نهاية {date}"},
    since=dict.fromkeys(_UNITS, "منذ {date}"),
    ahead=dict.fromkeys(_UNITS, "اعتباراً من {date}"),
    qualifiers=_QUALIFIERS,
)
CELL = Wording(
    months=ARABIC_SHORT,
    joint=" إلى ",
    joint_of_two=" و",
    month_joint=" إلى ",
    month_joint_of_two=" و",
    two_years="{first} و{last}",
    years="{first} إلى {last}",
    quarters=("الربع الأول {year}", "الربع الثاني {year}", "الربع الثالث {year}", "الربع الأخير {year}"),
    halves=("النصف الأول {year}", "النصف الثاني {year}"),
    seasons=("ربيع {year}", "صيف {year}", "خريف {year}", "شتاء {year} و{next}"),
    thirds_of_year=("مطلع {year}", "منتصف {year}", "أواخر {year}"),
    thirds_of_month=_THIRDS_OF_MONTH,
    before={Precision.DAY: "حتى {date}", Precision.MONTH: "قبل نهاية {date}", Precision.YEAR: "قبل نهاية {date}"},
    since=dict.fromkeys(_UNITS, "منذ {date}"),
    ahead=dict.fromkeys(_UNITS, "من {date}"),
    qualifiers=_QUALIFIERS,
)
LEADS = {
    Shape.DAY: "في", Shape.TWO_DAYS: "يومي", Shape.DAYS: "من",
    Shape.MONTH: "في", Shape.TWO_MONTHS: "في", Shape.MONTHS: "من",
    Shape.QUARTER: "في", Shape.HALF: "في",
    Shape.SPRING: "في", Shape.SUMMER: "في", Shape.AUTUMN: "في", Shape.WINTER: "في",
    Shape.YEAR: "في", Shape.TWO_YEARS: "في", Shape.YEARS: "من",
    Shape.EARLY: "في", Shape.MID: "في", Shape.LATE: "في",
    Shape.BEFORE: "", Shape.SINCE: "",
}
