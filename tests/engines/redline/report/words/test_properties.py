"""Names of properties become words, once each."""

import pytest

from tansiq.engines.redline.report.words.languages import LANGUAGES
from tansiq.engines.redline.report.words.properties import property_words


@pytest.mark.parametrize(("names", "language", "words"), [
    ("b, bCs, iCs", "en", ("bold", "italics")), ("jc,ind", "fr", ("alignement", "retrait")), ("numPr", "ar", ("الترقيم",)),
    ("myOwn, b", "en", ("myOwn", "bold")), ("", "en", ()),
])
def test_property_words_of_names(names: str, language: str, words: tuple[str, ...]):
    assert property_words(names, language) == words


def test_property_words_differ_within_a_language():
    names = "b,i,u,strike,color,sz,rFonts,highlight,shd,vertAlign,caps,vanish,lang,rtl,style,jc,ind,spacing,numPr,keepNext,tabs,pBdr"
    for language in LANGUAGES:
        assert len(property_words(names, language)) == len(names.split(","))
