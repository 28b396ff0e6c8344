"""The English of dates, in the style of the United Nations: day, month, year; an en dash in runs."""

from tansiq.engines.dates.months import ENGLISH, ENGLISH_SHORT
from tansiq.engines.dates.value import Precision, Qualifier
from tansiq.engines.dates.wording import Shape, Wording

_QUALIFIERS = {
    Qualifier.CERTAIN: "",
    Qualifier.APPROXIMATE: " (approximate)",
    Qualifier.UNCERTAIN: " (uncertain)",
    Qualifier.BOTH: " (approximate and uncertain)",
}
_SEASONS = ("spring {year}", "summer {year}", "autumn {year}", "winter {year}–{next}")
_THIRDS_OF_YEAR = ("early {year}", "mid-{year}", "late {year}")
_THIRDS_OF_MONTH = ("early {date}", "mid-{date}", "late {date}")
_SINCE = dict.fromkeys((Precision.DAY, Precision.MONTH, Precision.YEAR), "since {date}")
_FROM = dict.fromkeys((Precision.DAY, Precision.MONTH, Precision.YEAR), "from {date}")

PROSE = Wording(
    months=ENGLISH,
    joint="–",
    joint_of_two="–",
    month_joint="–",
    month_joint_of_two="–",
    two_years="{first}–{last}",
    years="{first}–{last}",
    quarters=("first quarter of {year}", "second quarter of {year}", "third quarter of {year}", "fourth quarter of {year}"),
    halves=("first half of {year}", "second half of {year}"),
    seasons=_SEASONS,
    thirds_of_year=_THIRDS_OF_YEAR,
    thirds_of_month=_THIRDS_OF_MONTH,
    before={Precision.DAY: "by {date}", Precision.MONTH: "before the end of {date}", Precision.YEAR: "before the end of {date}"},
    since=_SINCE,
    ahead=_FROM,
    qualifiers=_QUALIFIERS,
)
CELL = Wording(
    months=ENGLISH_SHORT,
    joint="–",
    joint_of_two="–",
    month_joint="–",
    month_joint_of_two="–",
    two_years="{first}–{last}",
    years="{first}–{last}",
    quarters=("Q1 {year}", "Q2 {year}", "Q3 {year}", "Q4 {year}"),
    halves=("H1 {year}", "H2 {year}"),
    seasons=_SEASONS,
    thirds_of_year=_THIRDS_OF_YEAR,
    thirds_of_month=_THIRDS_OF_MONTH,
    before={Precision.DAY: "by {date}", Precision.MONTH: "by end {date}", Precision.YEAR: "by end {date}"},
    since=_SINCE,
    ahead=_FROM,
    qualifiers=_QUALIFIERS,
)
LEADS = {
    Shape.DAY: "on", Shape.TWO_DAYS: "on", Shape.DAYS: "on",
    Shape.MONTH: "in", Shape.TWO_MONTHS: "in", Shape.MONTHS: "in",
    Shape.QUARTER: "in the", Shape.HALF: "in the",
    Shape.SPRING: "in", Shape.SUMMER: "in", Shape.AUTUMN: "in", Shape.WINTER: "in",
    Shape.YEAR: "in", Shape.TWO_YEARS: "in", Shape.YEARS: "in",
    Shape.EARLY: "in", Shape.MID: "in", Shape.LATE: "in",
    Shape.BEFORE: "", Shape.SINCE: "",
}
