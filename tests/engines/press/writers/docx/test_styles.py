"""Styles: complex-script twins everywhere, direction, what a document fits to itself."""

from tansiq.engines.press.writers.docx.styles import FONT, STYLES, styles_part
from tests.engines.press.writers.docx.opened import NS, W


def part(*, rtl=False, fitted=None):
    return styles_part(("en-GB", "ar-LB"), fitted or {}, rtl=rtl)


def test_styles_part_every_size_and_bold_has_its_complex_script_twin():
    for style in part().iter(f"{W}style"):
        names = {child.tag.removeprefix(W) for child in style.findall("w:rPr/*", NS)}
        assert ("sz" in names) == ("szCs" in names)
        assert "b" not in names or "bCs" in names


def test_styles_part_defaults_name_one_face_for_all_scripts_and_both_languages():
    defaults = part().find("w:docDefaults/w:rPrDefault/w:rPr", NS)
    fonts, languages = defaults.find("w:rFonts", NS), defaults.find("w:lang", NS)
    assert set(fonts.attrib.values()) == {FONT}
    assert dict(languages.attrib) == {f"{W}val": "en-GB", f"{W}eastAsia": "en-GB", f"{W}bidi": "ar-LB"}


def test_styles_part_emphasis_is_italic_in_latin_and_bold_in_arabic():
    emphasis = next(style for style in part().iter(f"{W}style") if style.get(f"{W}styleId") == "Emphasis")
    assert [child.tag.removeprefix(W) for child in emphasis.find("w:rPr", NS)] == ["bCs", "i"]


def test_styles_part_direction_stands_in_normal():
    normal = next(style for style in part(rtl=True).iter(f"{W}style") if style.get(f"{W}styleId") == "Normal")
    assert normal.find("w:pPr/w:bidi", NS) is not None


def test_styles_part_fitted_fields_change_a_style():
    title = next(style for style in part(fitted={"Title": {"before": 3600}}).iter(f"{W}style") if style.get(f"{W}styleId") == "Title")
    assert title.find("w:pPr/w:spacing", NS).get(f"{W}before") == "3600"


def test_styles_are_named_once_and_based_on_each_other():
    ids = [style.id for style in STYLES]
    assert len(ids) == len(set(ids))
    assert {style.based_on for style in STYLES} - {None, "DefaultParagraphFont"} <= set(ids)
    assert {style.next for style in STYLES if style.next} <= set(ids)
