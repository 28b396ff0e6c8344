"""`tansiq init`: an empty office, its officer, and a link that signs in once."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.models import Group, Person

pytestmark = pytest.mark.django_db
OFFICER = "officer@example.org"


def test_init_makes_the_office_and_prints_a_link_that_works_once(tansiq, tmp_path):
    ran = tansiq("init", "--officer", OFFICER)
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "it works once, for a day" in ran.err
    assert (tmp_path / "data" / "evidence").is_dir()
    assert list(Person.objects.values_list("account__email", flat=True)) == [OFFICER]
    assert not Group.objects.exists()
    path, browser = urlsplit(ran.out.strip()).path, Client()
    assert browser.get(path).status_code == 200
    assert browser.post(path).status_code == 302
    assert browser.get("/").status_code == 200
    assert Client().post(path).status_code == 410


def test_init_again_gives_the_same_officer_a_new_link(tansiq):
    links = [tansiq("init", "--officer", address).out.strip() for address in (OFFICER, "Officer@Example.ORG")]
    assert Account.objects.count() == 1
    assert [Client().get(urlsplit(link).path).status_code for link in links] == [200, 200]
    assert Client().post(urlsplit(links[1]).path).status_code == 302
    assert Client().get(urlsplit(links[0]).path).status_code == 410


def test_init_link_stands_on_the_address_of_the_site(tansiq, settings):
    settings.SITE = "https://wg.example.org"
    assert tansiq("init", "--officer", OFFICER).out.startswith("https://wg.example.org/sign-in/link/")


@pytest.mark.parametrize("address", ["nobody", "a@", "two words@example.org", ""])
def test_init_address_that_is_none_is_refused_and_nothing_is_made(tansiq, address):
    ran = tansiq("init", "--officer", address)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"{address!r} is no mail address" in ran.err
    assert not Account.objects.exists()


def test_init_without_an_officer_says_what_is_missing(tansiq):
    ran = tansiq("init")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--officer" in ran.err
