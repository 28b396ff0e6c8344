"""Tags: escaped, and checked where a caller adds to them."""

import pytest

from tansiq.engines.press.errors import PressError
from tansiq.engines.press.writers.html.markup import checked, classes, joined, tag, text


def test_tag_escapes_attributes_and_leaves_out_none():
    assert tag("a", {"href": '/?a="1"&b=<2>', "title": None}, text("<b> & \"c\"")) == (
        '<a href="/?a=&quot;1&quot;&amp;b=&lt;2&gt;">&lt;b&gt; &amp; "c"</a>'
    )


def test_tag_void_elements_have_no_end():
    assert tag("br") == "<br>"


def test_classes_and_joined_skip_what_is_empty():
    assert (classes("a", None, "b"), classes(None), joined(["a", "", "b"])) == ("a b", None, "a\nb")


@pytest.mark.parametrize(
    "attributes",
    [
        {"onclick": "x"},
        {"style": "color:red"},
        {"a b": "x"},
        {"id": "x"},
        {"src": "x"},
        {"href": "javascript:alert(1)"},
        {"href": "//example.org"},
        {"href": " javascript:x"},
    ],
)
def test_checked_unsafe_attributes_refused(attributes):
    with pytest.raises(PressError, match="decorate gave"):
        checked(attributes)


def test_checked_addresses_of_this_site_pass():
    given = {"href": "/facts/1?as_of=2017-11-15", "title": "x", "aria-label": "y", "data-z": "1"}
    assert checked(given) == given
