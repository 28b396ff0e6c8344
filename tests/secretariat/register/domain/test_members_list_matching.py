"""What a text of a list means: accepted forms are taken, near ones proposed, nothing else."""

import pytest

from tansiq.secretariat.register.domain.members_list_matching import (
    SEPARATORS,
    Forms,
    dated,
    divided,
    flat,
    folded,
    forms_of_register,
    is_acronym,
    is_total,
    key,
    parted,
)
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.models import OrganizationName

ALL = tuple(SEPARATORS)


@pytest.fixture
def forms():
    known = Forms()
    known.add("fao", ["Food and Agriculture Organization", "FAO", "منظمة الأغذية والزراعة"])
    known.add("ilo", ["International Labour Organization", "ILO", "Organisation internationale du Travail", "OIT"])
    known.add("iom", ["International Organization for Migration", "IOM"])
    known.add("escwa", ["United Nations Economic and Social Commission for Western Asia", "ESCWA"], ["UN-ESCWA"])
    known.add("un-women", ["UN-Women"])
    known.add("labour-1", ["Ministry of Labour"])
    known.add("labour-2", ["Ministry of Labour"])
    return known


@pytest.mark.parametrize(
    ("text", "acronym", "certain"),
    [
        ("Food and Agriculture Organization", "", "fao"),
        ("  food AND agriculture\u00a0organization. ", "", "fao"),
        ("Food and Agriculture Organization (FAO)", "", "fao"),
        ("FAO - Food and Agriculture Organization", "", ""),
        ("International Labour Organization - ILO", "", "ilo"),
        ("FAO", "", "fao"),
        ("UN‑Women", "", "un-women"),
        ("منظمة الأغذية والزراعة", "", "fao"),
        ("منظمة الأغذيـة والزراعَة", "", "fao"),
        ("International Labour Organization", "OIT", "ilo"),
        ("International Labour Organization", "IOM", ""),
        ("International Labour Organization (IOM)", "", ""),
        ("International Labour Organization", "XYZ", ""),
        ("Ministry of Labour", "", ""),
        ("International Labor Organization", "", ""),
        ("UN-ESCWA", "", ""),
        ("The Food and Agriculture Organization", "", ""),
        ("", "", ""),
    ],
)
def test_find_takes_accepted_forms_only(forms, text, acronym, certain):
    assert forms.find(text, acronym).certain == certain


@pytest.mark.parametrize(
    ("text", "acronym", "first"),
    [
        ("International Labor Organization", "", "ilo"),
        ("Food and Agricultural Organisation", "", "fao"),
        ("UN-ESCWA", "", "escwa"),
        ("The Food and Agriculture Organization", "", "fao"),
        ("International Organisation for Migrations", "", "iom"),
        ("منظمة الاغذية والزراعه", "", "fao"),
        ("Unknown body", "ILO", "ilo"),
        ("UN Women", "", "un-women"),
    ],
)
def test_find_near_form_is_proposed(forms, text, acronym, first):
    found = forms.find(text, acronym)
    assert found.certain == ""
    assert found.proposals[0] == first


def test_find_form_of_two_organizations_proposes_both(forms):
    assert forms.find("Ministry of Labour").proposals == ("labour-1", "labour-2")
    assert forms.find("International Labour Organization", "IOM").proposals[:2] == ("ilo", "iom")


@pytest.mark.parametrize("text", ["Red Crescent", "IMO", "ICO", "ILQ", "World Bank"])
def test_find_something_else_proposes_nothing(forms, text):
    assert forms.find(text).proposals == ()


@pytest.mark.parametrize(
    ("cell", "separators", "pieces"),
    [
        ("FAO; ILO", (), ["FAO; ILO"]),
        ("FAO; ILO ;IOM", ("semicolon",), ["FAO", "ILO", "IOM"]),
        ("FAO\nILO", (), ["FAO ILO"]),
        ("FAO\nILO", ("lines",), ["FAO", "ILO"]),
        ("FAO/ILO", ("slash",), ["FAO", "ILO"]),
        ("Food and Agriculture Organization", ALL, ["Food and Agriculture Organization"]),
        ("Food and Agriculture Organization and ILO", ALL, ["Food and Agriculture Organization", "ILO"]),
        ("ILO et FAO", ALL, ["ILO", "FAO"]),
        ("ILO و FAO", ALL, ["ILO", "FAO"]),
        ("ILO; ; FAO;", ALL, ["ILO", "FAO"]),
        ("Unknown and other; ILO", ("semicolon",), ["Unknown and other", "ILO"]),
        ("", ALL, []),
    ],
)
def test_parted_parts_where_it_was_said_and_never_in_a_name(forms, cell, separators, pieces):
    assert parted(cell, separators, forms) == pieces


def test_divided_takes_the_acronym_off():
    assert divided("World Bank (WB)") == ("World Bank", "WB")
    assert divided("World Bank") == ("World Bank", "")
    assert divided("Ministry of Labour (of Jordan)") == ("Ministry of Labour (of Jordan)", "")


def test_key_and_folded_forget_more_and_more():
    assert key(" L’OIT\u200f ") == "l'oit"
    assert folded("Organisation météorologique de la région") == "organisation meteorologique region"
    assert flat(" a\n b ") == "a b"


def test_forms_of_register_hold_every_language_and_misspelling(world, django_assert_num_queries):
    name = OrganizationName(
        organization=world.organizations["fao"], language="fr", long="Organisation pour l'alimentation", acronym="FAO", also=["OAA"],
        misspelt=["F.A.O"],
    )
    give_name(name=name, by=world.cast.officer, at=world.clock())
    with django_assert_num_queries(1):
        forms = forms_of_register()
    assert forms.find("oaa").certain == "fao"
    assert forms.accepts("Organisation pour l’alimentation (FAO)")
    assert forms.find("F.A.O") == forms.find("f.a.o")
    assert forms.find("F.A.O").certain == ""


@pytest.mark.parametrize(
    ("text", "name", "since"),
    [
        ("International Labour Organization (ILO), since June 2014", "International Labour Organization (ILO)", "2014-06"),
        ("UN-Habitat (since 2016)", "UN-Habitat", "2016"),
        ("FAO – member since 1 May 2013", "FAO", "2013-05-01"),
        ("منظمة العمل الدولية، منذ حزيران/يونيو 2014", "منظمة العمل الدولية", "2014-06"),
        ("OIT depuis mars 2014", "OIT", "2014-03"),
        ("Organization since forever", "Organization since forever", None),
        ("Alliance since 2013 Network", "Alliance since 2013 Network", None),
        ("Since Group", "Since Group", None),
        ("since 2014", "since 2014", None),
    ],
)
def test_dated_takes_a_date_that_follows_a_name_and_no_other(text, name, since):
    found, when = dated(text)
    assert (found, when.edtf if when else None) == (name, since)


def test_dated_is_quick_on_a_long_cell():
    text = "since " * 20_000
    assert dated(text) == (text, None)


@pytest.mark.parametrize("text", ["Total: 16", "TOTAL (16)", "16", "Nombre de membres : 16", "المجموع: ١٦", "Number of members: 16"])
def test_is_total_knows_the_foot_of_a_list(text):
    assert is_total(text)


@pytest.mark.parametrize("text", ["Total Energies", "World Health Organization", "Nombre d'or", "Group of 77", "مجموعة الـ77"])
def test_is_total_leaves_names_alone(text):
    assert not is_total(text)


def test_is_acronym_is_one_word_of_capitals():
    assert [text for text in ("WHO", "UNICEF", "Oxfam", "Red House", "الإسكوا", "A", "") if is_acronym(text)] == ["WHO", "UNICEF"]
