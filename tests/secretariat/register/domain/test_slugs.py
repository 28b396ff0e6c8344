"""Slugs for things that people name on a page."""

import pytest

from tansiq.secretariat.register.domain.slugs import new_slug, slug_of
from tansiq.secretariat.register.models import Group, Organization


@pytest.mark.parametrize(
    ("text", "slug"),
    [("UN-Women", "un-women"), ("Équipe d'appui", "equipe-dappui"), ("منظمة", ""), ("  ", ""), ("A" * 90, "a" * 60), ("Dr. (x)", "dr-x")],
)
def test_slug_of_text_is_lower_case_latin(text, slug):
    assert slug_of(text) == slug


@pytest.mark.django_db
def test_new_slug_takes_the_first_latin_text_and_never_one_that_is_there():
    assert new_slug(Group, "المجموعة", "WGIM") == "wgim"
    Group.objects.create(slug="wgim")
    assert new_slug(Group, "WGIM") == "wgim-2"
    Group.objects.create(slug="wgim-2")
    assert new_slug(Group, "WGIM") == "wgim-3"
    assert new_slug(Organization, "منظمة", "") == "organization-1"
