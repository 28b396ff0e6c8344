"""What the package offers."""

from tansiq.engines import ooxml


def test_all_names_exist():
    assert [name for name in ooxml.__all__ if not hasattr(ooxml, name)] == []
    assert {"Package", "PackageRefused", "read_package"} <= set(ooxml.__all__)
