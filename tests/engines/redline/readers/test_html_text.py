"""HTML mails as lines."""

import time

import pytest

from tansiq.engines.redline.readers.html_text import text_of_html


@pytest.mark.parametrize(("source", "text"), [
    ("plain &amp; simple", "plain & simple"),
    ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree\n"),
    ("<ul><li>a</li><li>b <b>bold</b></li></ul>", "- a\n- b bold\n"),
    ("<head><title>no</title></head><style>p{}</style>yes", "yes"),
    ("<blockquote>said<div>more</div></blockquote>answer", "> said\n> more\n\nanswer"),
    ("a<!-- <p>hidden</p> -->b", "ab"),
    ("a<!-- never closed <p>b", "a"),
    ("1 < 2 <3", "1 < 2 <3"),
    ("&lt;p&gt;", "<p>"),
    ("</blockquote></style>text", "text"),
])
def test_text_of_html_is_lines(source, text):
    assert text_of_html(source).strip("\n") == text.strip("\n")


@pytest.mark.parametrize("source", ["<div><p>a", "<", "<!--", "<a b='", "&lt;", "&#", "<blockquote>x", "<!-- -->", "</p>"])
def test_text_of_html_long_and_broken_is_answered_in_time(source):
    started = time.perf_counter()
    assert isinstance(text_of_html(source * (600_000 // len(source))), str)
    assert time.perf_counter() - started < 3
