"""The public surface of the engine."""

from tansiq.engines import dates


def test_all_names_what_the_engine_offers():
    assert dates.__all__ == sorted(dates.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)) == [
        "LANGUAGES", "NO_BREAK_SPACE", "DateError", "ImpossibleDate", "PartialDate", "Precision", "Qualifier", "UnknownLanguage",
        "UnreadableDate", "format_date", "lead", "parse", "parse_edtf",
    ]


def test_all_exists():
    assert [name for name in dates.__all__ if not hasattr(dates, name)] == []
