"""A cookie with a zero byte, written as browsers never do, is as good as none."""

import pytest
from django.test import Client


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "django_language"])
def test_cookie_with_a_zero_byte_is_none(db, name):
    response = Client().get("/", headers={"cookie": f'{name}="aaaaaaaaaaaaaaaaaaaaaaaa\\000b"'})
    assert (response.status_code, response.headers["Location"]) == (302, "/account/login/?next=%2F")
