"""Changes in words."""

from tansiq.engines.ooxml.revisions import revisions
from tansiq.engines.redline.pending import described
from tests.engines.ooxml.revisions.written import A, dele, p, package_of, t


def test_described_change_says_what_who_when_and_where():
    package = package_of(p(t("a"), dele("x" * 50), mark=f"<w:ins {A}/>"), p('<w:ins w:id="5"><w:r><w:t>y</w:t></w:r></w:ins>'))
    assert described(revisions(package)) == [
        "paragraph insertion by Reviewer 1, 2026-03-01 in word/document.xml",
        f'deletion "{"x" * 40}…" by Reviewer 1, 2026-03-01 in word/document.xml',
        'insertion "y" by nobody named in word/document.xml',
    ]
