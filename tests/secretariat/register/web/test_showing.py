"""What the page of a group shows of seats that changed hands and kind."""

from datetime import UTC, date, datetime

from django.http import QueryDict  # noqa: TID251 (the HTTP side is under test)
from django.utils.translation import override

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.parts import Entry
from tansiq.secretariat.pages.timeline import Bar
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.portrait import GroupSeen, portrait
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import OfficeRole
from tansiq.secretariat.register.web.showing import GroupShown, listed
from tests.cast import organization
from tests.cast import world as build

DAY = date(2017, 11, 15)


def shown(language="en"):
    form = AsOfForm(QueryDict("as-of=2017-11-15"), now=datetime(2026, 11, 25, tzinfo=UTC))
    with override(language):
        return GroupShown(portrait(group="wgim", as_of=DAY, known_at=LATEST), form, language, ())


def bars(label):
    return next(row.bars for row in shown().seat_rows if row.name == label)


def test_bars_of_a_member_that_became_co_chair_change_on_that_day(db):
    world = build(co_chairs=("escwa",), names=True)
    world.co_chair("iom", "1 March 2016")
    assert bars("ESCWA") == (Bar(date(2015, 1, 1), DAY, "key"),)
    assert bars("IOM") == (Bar(date(2015, 1, 1), date(2016, 3, 1), ""), Bar(date(2016, 3, 1), DAY, "key"))
    assert bars("FAO") == (Bar(date(2015, 1, 1), DAY, ""),)
    assert shown().legend == {"key", "member"}


def test_bars_of_a_seat_begun_nobody_knows_when_are_thin(db):
    world = build(names=True)
    seat_organization(group=world.group, organization=organization("who"), on=None, by=world.cast.officer, at=world.clock())
    by_2016 = PartialDate.until(PartialDate.year(2016))
    seat_organization(group=world.group, organization=organization("eca"), on=by_2016, by=world.cast.officer, at=world.clock())
    assert bars("who") == (Bar(None, DAY, "before"),)
    assert bars("eca") == (Bar(None, date(2016, 12, 31), "before"), Bar(date(2016, 12, 31), DAY, ""))
    words = {row.name: row.words.replace("\u00a0", " ") for row in shown().seat_rows}
    assert (words["who"], words["eca"]) == ("not recorded", "by end 2016")


def test_members_stand_in_the_order_of_the_language(db):
    build(names=True)
    assert [member.acronym for member in shown().members] == ["ESCWA", "FAO", "ILO", "IOM", "LAS"]
    assert [seat.organization for seat in shown().seats] == ["escwa", "iom", "las", "fao", "ilo"]
    assert (shown().elsewhere, shown("ar").elsewhere) == ([], ["en"])


def test_listed_groups_have_their_own_reports(db):
    names = Names(DAY, LATEST)
    found = [GroupSeen("b", "register/group/b", "", 3), GroupSeen("a", "register/group/a", "register/mechanism/rcm", 0)]
    groups = listed(found, names, "en", [Entry("a", "report", "/r/")])
    assert [(group.seen.slug, [entry.text for entry in group.reports]) for group in groups] == [("a", ["report"]), ("b", [])]
    assert [group.mechanism.long if group.mechanism else None for group in groups] == ["rcm", None]


def test_co_chairs_stand_in_the_order_of_precedence(db):
    world = build(co_chairs=(), names=True)
    for precedence, slug in ((2, "escwa"), (1, "las"), (None, "fao")):
        take_office(
            seat=world.seats[slug], role=OfficeRole.CO_CHAIR, on=world.day("2016"), precedence=precedence, by=world.cast.officer,
            at=world.clock(),
        )
    assert shown().co_chairs == ["LAS", "ESCWA", "FAO"]
    assert [seat.organization for seat in shown().seen.co_chairs] == ["las", "escwa", "fao"]
    assert [row.name for row in shown().seat_rows] == ["LAS", "ESCWA", "FAO", "ILO", "IOM"]
