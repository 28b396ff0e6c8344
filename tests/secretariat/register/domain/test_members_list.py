"""Lists under a mapping: every disorder of the sixteen of the example reaches the sixteen, and what is unclear is noted."""

import random

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.pages.sheets import Row, Sheet
from tansiq.secretariat.register.domain.members_list import (
    COLUMNS,
    ListReading,
    Reach,
    digest,
    headings,
    joined,
    merged,
    proposed,
    read,
)
from tansiq.secretariat.register.domain.members_list_matching import SEPARATORS, Forms, forms_of_register
from tansiq.secretariat.register.domain.questions import LATEST, members
from tansiq.secretariat.register.enums import ContactRole, SeatKind
from tansiq.secretariat.register.models import OrganizationName
from tests.example import DAY

ALL = tuple(SEPARATORS)


def sheet(*rows):
    width = max(map(len, rows))
    return Sheet(tuple(Row(number, (*map(str, row), *[""] * (width - len(row)))) for number, row in enumerate(rows, start=1) if any(row)))


def reading(*columns, first=2, separators=()):
    return ListReading(columns, first, separators)


@pytest.fixture
def forms():
    known = Forms()
    known.add("fao", ["Food and Agriculture Organization", "FAO"])
    known.add("ilo", ["International Labour Organization", "ILO"])
    return known


def codes(said):
    return [(note.code, note.row) for note in said.notes]


@pytest.mark.parametrize(
    ("rows", "columns", "first"),
    [
        ([["Organization", "Acronym"], ["x", "y"]], ["name", "acronym"], 2),
        ([["Members of the group on water"], [], ["No", "Agency", "Focal point", "E-mail"], ["1", "x", "y", "a@b.org"]],
         ["ignored", "name", "person", "email"], 4),
        ([["Organization", "Focal point", ""], ["", "Name", "E-mail"], ["x", "y", "a@b.org"]], ["name", "person", "email"], 3),
        ([["Organisme", "Sigle", "Pays", "Point focal", "Courriel", "Depuis"], ["x"]],
         ["name", "acronym", "country", "person", "email", "since"], 2),
        ([["الجهة", "الاسم المختصر", "جهة الاتصال", "البريد الإلكتروني", "تاريخ الانضمام"], ["x"]],
         ["name", "acronym", "person", "email", "since"], 2),
        ([["ILO"], ["FAO"]], ["name"], 1),
        ([["World Health Organization"], ["International Labour Organization"]], ["name"], 1),
        ([["Members"], ["Agency", "Role"], ["FAO", "member"], ["ILO", "member"]], ["name", "role"], 3),
        ([["ILO", "a@b.org"], ["FAO", "c@d.org"]], ["name", "email"], 1),
        ([["Name of focal point", "Date of joining", "Member organization", "Status"], ["x"]], ["person", "since", "name", "role"], 2),
    ],
)
def test_proposed_reads_the_headings(rows, columns, first):
    found = proposed(sheet(*rows))
    assert list(found.columns) == columns
    assert found.first == first
    assert set(found.columns) <= set(COLUMNS)


def test_headings_of_two_rows_are_joined_and_titles_left_out():
    kept = sheet(["Members of the group"], ["Organization", "Focal point", ""], ["", "Name", "E-mail"], ["x", "y", "z"])
    assert headings(kept, 4) == ["Organization", "Focal point / Name", "E-mail"]


def test_digest_is_of_the_headings_alone():
    one = sheet(["Organization", "Acronym"], ["x", "y"])
    assert digest(one, 2) == digest(sheet(["organization ", "ACRONYM"], ["other", "one"], ["and", "more"]), 2)
    assert digest(one, 2) != digest(sheet(["Organization", "Country"], ["x", "y"]), 2)


def test_list_reading_comes_back_from_json():
    said = reading("name", "ignored", separators=("slash",))
    assert ListReading.from_json(said.to_json()) == said
    assert (said.place("name"), said.place("email")) == (0, None)


def test_read_rows_that_name_one_organization_are_one(forms):
    kept = sheet(
        ["Organization", "Contact", "Mail", "Since"],
        ["FAO", "first officer", "one@example.org", "2013"],
        ["Food and Agriculture Organization", "second officer", "two@example.org", ""],
        ["FAO", "first officer", "one@example.org", "2013"],
    )
    said = read(kept, reading("name", "person", "email", "since"), forms)
    (fao,) = said.named
    assert (fao.found.certain, fao.rows, fao.since) == ("fao", (2, 3, 4), parse("2013"))
    assert [reach.email for reach in fao.reaches] == ["one@example.org", "two@example.org"]
    assert said.notes == ()


def test_read_dates_that_disagree_are_not_taken(forms):
    kept = sheet(["Organization", "Since"], ["FAO", "2013"], ["FAO", "2015"], ["FAO", "2013"])
    said = read(kept, reading("name", "since"), forms)
    assert said.named[0].since is None
    assert codes(said) == [("two-dates", 3)]


def test_read_date_beside_the_name_is_that_of_the_member_unless_a_column_says_another(forms):
    kept = sheet(
        ["Organization", "Since"], ["FAO, since June 2014", ""], ["ILO (since 2015)\nHouse since 2016", ""], ["Agency since 2013", "2015"]
    )
    said = read(kept, reading("name", "since", separators=("lines",)), forms)
    assert [(each.text, each.since and each.since.edtf) for each in said.named] == [
        ("FAO", "2014-06"), ("ILO", "2015"), ("House", "2016"), ("Agency", None),
    ]
    assert codes(said) == [("two-dates", 4)]


def test_read_what_cannot_be_taken_is_noted_with_its_row(forms):
    kept = sheet(
        ["Organization", "Contact", "Mail", "Since", "Role"],
        ["FAO", "an officer", "no address", "some day", "sherpa"],
        ["ILO", "one\ntwo", "one@example.org", "", "Co-Chair"],
    )
    said = read(kept, reading("name", "person", "email", "since", "role", separators=("lines",)), forms)
    assert codes(said) == [("since", 2), ("role", 2), ("email", 2), ("co-chair", 3), ("contacts", 3)]
    assert [reach.email for reach in said.named[0].reaches] == [""]
    assert said.named[1].presides


def test_read_roles_say_the_kind_of_seat_or_contact(forms):
    kept = sheet(
        ["Organization", "Contact", "Role"], ["FAO", "an officer", "Observateur"], ["ILO", "one", "alternate"], ["ILO", "two", "member"]
    )
    fao, ilo = read(kept, reading("name", "person", "role"), forms).named
    assert (fao.kind, ilo.kind) == (SeatKind.OBSERVER, SeatKind.MEMBER)
    assert [reach.role for reach in ilo.reaches] == [ContactRole.ALTERNATE, ContactRole.FOCAL_POINT]


def test_read_kinds_that_disagree_are_noted(forms):
    kept = sheet(["Organization", "Role"], ["FAO", "observer"], ["FAO", "member"])
    said = read(kept, reading("name", "role"), forms)
    assert (said.named[0].kind, codes(said)) == (SeatKind.OBSERVER, [("two-kinds", 3)])


def test_read_contact_of_a_row_with_several_organizations_is_nobodys(forms):
    kept = sheet(["Organization", "Contact"], ["FAO; ILO", "an officer"], ["FAO; ILO", "one; two"])
    said = read(kept, reading("name", "person", separators=("semicolon",)), forms)
    assert codes(said) == [("whose", 2)]
    assert [[reach.name for reach in each.reaches] for each in said.named] == [["one"], ["two"]]


def test_read_acronyms_that_pair_with_no_name_are_noted(forms):
    kept = sheet(["Organization", "Acronym"], ["FAO; ILO", "FAO"], ["", "ILO"])
    said = read(kept, reading("name", "acronym", separators=("semicolon",)), forms)
    assert codes(said) == [("acronyms", 2)]
    assert [each.found.certain for each in said.named] == ["fao", "ilo"]


def test_read_one_name_in_two_countries_is_two_bodies(forms):
    kept = sheet(["Organization", "Country"], ["Ministry of Labour", "Jordan"], ["Ministry of Labour", "Lebanon"], ["ILO", "Lebanon"])
    assert [each.text for each in read(kept, reading("name", "country"), forms).named] == [
        "Ministry of Labour (Jordan)", "Ministry of Labour (Lebanon)", "ILO",
    ]


def test_joined_and_merged_keep_each_person_once(forms):
    one, two = Reach("a", "x@example.org", ContactRole.HEAD, 2), Reach("A", "X@example.org", ContactRole.HEAD, 3)
    assert joined([one], [two]) == (one,)
    first, second = read(sheet(["h"], ["FAO"], ["ILO"]), reading("name"), forms).named
    assert merged(first, second).rows == (2, 3)


def sixteen():
    slugs = [seat.organization for seat in members("wgim", DAY, LATEST)]
    rows = OrganizationName.objects.current().filter(organization__slug__in=slugs)
    return slugs, {(row.organization.slug, row.language): row for row in rows.select_related("organization")}


def disorders(slugs, names):
    """The sixteen as offices write them: for each disorder the rows below the heading, and how they are read."""
    english = {slug: names[slug, "en"] for slug in slugs}
    pairs = [(english[slug].long, english[slug].acronym) for slug in slugs]
    for language in ("en", "ar", "fr"):
        yield f"names {language}", [[names[slug, language].long] for slug in slugs], reading("name")
    yield "acronyms", [[acronym] for _, acronym in pairs], reading("acronym")
    yield "lower case", [[acronym.lower()] for _, acronym in pairs], reading("name")
    yield "both", [[name, acronym] for name, acronym in pairs], reading("name", "acronym")
    yield "brackets", [[f"{name} ({acronym})"] for name, acronym in pairs], reading("name")
    yield "dash", [[f"{name} – {acronym}"] for name, acronym in pairs], reading("name")
    yield "spaces", [["  " + name.replace(" ", " \u00a0 ").upper() + " "] for name, _ in pairs], reading("name")
    yield "numbered", [[number, acronym, name] for number, (name, acronym) in enumerate(pairs, 1)], reading("ignored", "acronym", "name")
    yield "one cell", [["\n".join(name for name, _ in pairs)]], reading("name", separators=("lines",))
    yield "semicolons", [["; ".join(acronym for _, acronym in pairs)]], reading("name", separators=ALL)
    yield "and", [[" and ".join(name for name, _ in pairs)]], reading("name", separators=ALL)
    yield "slashes", [["/".join(acronym for _, acronym in pairs)]], reading("name", separators=("slash",))
    yield "twice", [[name] for name, _ in pairs] + [[acronym] for _, acronym in pairs], reading("name")
    mixed = [[english[slug].long if place % 2 else names[slug, "fr"].long] for place, slug in enumerate(slugs)]
    yield "mixed languages", mixed, reading("name")


def test_read_the_sixteen_in_every_disorder_are_sixteen(example, django_assert_num_queries):
    slugs, names = sixteen()
    assert len(slugs) == 16
    forms = forms_of_register()
    with django_assert_num_queries(0):
        for disorder, rows, how in disorders(slugs, names):
            random.Random(disorder).shuffle(rows)
            said = read(sheet(["heading"] * len(how.columns), *rows), how, forms)
            assert {each.found.certain for each in said.named} == set(slugs), disorder
            assert (len(said.named), said.notes) == (16, ()), disorder


def test_read_misspelt_names_of_the_sixteen_are_proposed_and_never_taken(example):
    slugs, names = sixteen()
    forms = forms_of_register()
    wrong = 0
    for slug in slugs:
        row = names[slug, "en"]
        for text in (row.long.replace("tion", "tino", 1), row.long.replace("ern", "ren", 1), f"The {row.long}s", *row.misspelt):
            found = forms.find(text)
            if forms.accepted.get(text.casefold()):
                continue
            wrong += 1
            assert found.certain == "", text
            assert slug in found.proposals, text
    assert wrong >= 20
