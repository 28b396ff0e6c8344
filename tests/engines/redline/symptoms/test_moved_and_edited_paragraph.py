"""Symptom: a paragraph is moved and edited; rejected, the replaced word is still there (JSv4/Docxodus#359)."""

import pytest

from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import A, body_texts, dele, ins, p, package_of, t

FROM, TO = f"<w:moveFrom {A}/>", f"<w:moveTo {A}/>"


def moved(*content, to):
    name = "moveTo" if to else "moveFrom"
    return f"<w:{name} {A}>{''.join(content)}</w:{name}>"


EDITED_AFTER = (
    p(moved(t("The old word."), to=False), mark=FROM), p(t("Between.")),
    p(moved(t("The "), to=True), moved(dele("old"), to=True), ins(t("new")), moved(t(" word."), to=True), mark=TO), p(t("End.")),
)
EDITED_BEFORE = (
    p(moved(t("The "), dele("old"), to=False), moved(f"<w:ins {A}>{t('new')}</w:ins>", to=False), moved(t(" word."), to=False), mark=FROM),
    p(t("Between.")), p(moved(t("The new word."), to=True), mark=TO), p(t("End.")),
)


@pytest.mark.parametrize("blocks", [EDITED_AFTER, EDITED_BEFORE], ids=["edited where it went", "edited before it was moved"])
def test_moved_and_edited_paragraph_settled_is_one_or_the_other(blocks):
    accepted, rejected = package_of(*blocks), package_of(*blocks)
    accept_all(accepted)
    reject_all(rejected)
    assert body_texts(accepted) == ["Between.", "The new word.", "End."]
    assert body_texts(rejected) == ["The old word.", "Between.", "End."]
