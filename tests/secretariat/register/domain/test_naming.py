"""What a thing is called: forms, fallbacks, two times, and the number of queries."""

from datetime import date

import pytest

from tansiq.secretariat.record.models import kind_of
from tansiq.secretariat.register.domain.names import correct_name, give_name
from tansiq.secretariat.register.domain.naming import Names, form_of, tables
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import Group, GroupName, Mandate, Mechanism, Organization, OrganizationName

IOM = "register/organization/iom"
DAY = date(2017, 11, 15)


def named(world, language="en", begins=None, **forms):
    name = OrganizationName(
        organization=world.organizations["iom"], language=language, begins=world.day(begins) if begins else None, **forms
    )
    return give_name(name=name, by=world.cast.officer, at=world.clock())


def test_name_in_the_language_asked_for_rests_on_its_term(world):
    term = named(world, "fr", long="Organisation internationale pour les migrations", short="OIM", of_form="de l'OIM", gender="f")
    form = Names(DAY, LATEST).name(IOM, "fr")
    assert (form.ref, form.language, form.rests_on, form.gender) == (IOM, "fr", term.ref, "f")
    assert [form.text(each) for each in ("long", "short", "acronym", "the", "to", "of", "definite")] == [
        "Organisation internationale pour les migrations", "OIM", "OIM", "OIM", "OIM", "de l'OIM", "OIM"
    ]


def test_name_text_without_a_short_form_falls_back_to_the_long(world):
    form = form_of(named(world, long="International Organization for Migration"), IOM)
    assert {form.text(each) for each in ("long", "short", "acronym", "the", "to", "of", "definite")} == {form.long}


def test_name_text_of_an_unknown_form_is_refused(world):
    with pytest.raises(KeyError):
        form_of(named(world, long="International Organization for Migration"), IOM).text("nickname")


def test_name_missing_in_a_language_falls_back_to_english_french_arabic(world):
    named(world, "ar", long="المنظمة الدولية للهجرة")
    assert Names(DAY, LATEST).name(IOM, "en").language == "ar"
    named(world, "fr", long="Organisation internationale pour les migrations")
    assert Names(DAY, LATEST).name(IOM, "en").language == "fr"
    named(world, "en", long="International Organization for Migration")
    assert Names(DAY, LATEST).name(IOM, "ar").language == "ar"
    assert Names(DAY, LATEST).name(IOM, "en").language == "en"


def test_name_of_a_thing_without_names_is_its_slug(world):
    form = Names(DAY, LATEST).name(IOM, "en")
    assert (form.long, form.text("of"), form.language, form.rests_on) == ("iom", "iom", "", IOM)


def test_name_of_a_kind_that_has_no_names_is_refused(world):
    with pytest.raises(KeyError):
        Names(DAY, LATEST).name("register/seat/wgim-iom", "en")


def test_name_changed_later_is_the_old_one_before(world):
    named(world, long="Intergovernmental Committee for Migration")
    named(world, begins="1 January 2018", long="International Organization for Migration")
    days = (date(2017, 12, 31), date(2018, 1, 1))
    assert [Names(day, LATEST).name(IOM, "en").long for day in days] == [
        "Intergovernmental Committee for Migration", "International Organization for Migration"
    ]


def test_name_corrected_is_the_uncorrected_one_as_known_before(world):
    term = named(world, long="International Organisation for Migration")
    before = world.clock()
    correct_name(
        name=term, long="International Organization for Migration", by=world.cast.officer, at=world.clock(), because="spelling"
    )
    assert [Names(DAY, known).name(IOM, "en").long for known in (before, LATEST)] == [
        "International Organisation for Migration", "International Organization for Migration"
    ]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_names_of_one_kind_take_one_query(world, rows, django_assert_num_queries):
    for number in range(rows):
        row = Organization.objects.create(slug=f"body-{number}", type="other")
        give_name(name=OrganizationName(organization=row, language="en", long="Body"), by=world.cast.officer, at=world.clock())
    names = Names(DAY, LATEST)
    with django_assert_num_queries(1):
        assert len(list(names.every("register/organization"))) == rows
        assert names.name("register/organization/body-0", "fr").long == "Body"


def test_names_every_goes_through_all_kinds_in_order(world):
    named(world, "fr", long="Organisation")
    named(world, "en", long="Organization")
    give_name(name=GroupName(group=world.group, language="en", long="Group"), by=world.cast.officer, at=world.clock())
    assert [(form.ref, form.language) for form in Names(DAY, LATEST).every()] == [
        ("register/group/wgim", "en"), (IOM, "en"), (IOM, "fr")
    ]


def test_tables_hold_the_kinds_of_the_register():
    assert {kind_of(model) for model in (Organization, Mandate, Mechanism, Group)} <= set(tables())
