"""Reading and writing a package makes no new kind of error against the schemas, and the check itself finds planted ones."""

from pathlib import Path

import pytest

from tansiq.engines.ooxml import read_package
from tests.engines.ooxml.files import R, W, document, docx
from tests.engines.ooxml.schemas import schema_errors

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.fixture
def schemas(shared) -> Path:
    """The folder of the schemas."""
    return shared / "corpus" / "xsd"


def errors_of(body: str, schemas: Path) -> set[str]:
    """The kinds of errors of a document with that body."""
    head = f'<w:document {W} {R} {MC} {W14} mc:Ignorable="w14"><w:body>'
    data = f"{head}{body}</w:body></w:document>".encode()
    return schema_errors(read_package(docx({"word/document.xml": data}), name="a"), schemas)


@pytest.mark.needs("shared")
@pytest.mark.parametrize("body", [
    '<w:p w14:paraId="00000001"><w:r><w:t>a</w:t></w:r></w:p><w:sectPr/>',
    '<w:p><w:pPr><w:rPr><w14:glow w14:rad="1"/></w:rPr></w:pPr></w:p>',
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w14'><w14:a/></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
])
def test_schema_errors_of_a_sound_document_are_none(body, schemas):
    assert errors_of(body, schemas) == set()


@pytest.mark.needs("shared")
@pytest.mark.parametrize(("body", "words"), [
    ("<w:p><w:t>a</w:t></w:p>", "Element 't': This element is not expected"),
    ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "Element 'tr': This element is not expected"),
    ("<w:p><w:del><w:r/></w:del></w:p>", "Element 'del': The attribute 'author' is required"),
    ('<w:p><w:pPr><w:jc w:val="up"/><w:keepNext/></w:pPr></w:p>', "Element 'keepNext': This element is not expected"),
])
def test_schema_errors_of_a_planted_fault_are_found(body, words, schemas):
    assert any(words in each for each in errors_of(body, schemas)), errors_of(body, schemas)


@pytest.mark.needs("shared")
def test_schema_errors_have_no_values_so_that_kinds_can_be_compared(schemas):
    assert errors_of('<w:p><w:pPr><w:jc w:val="up"/></w:pPr></w:p>', schemas) == errors_of(
        '<w:p><w:pPr><w:jc w:val="down"/></w:pPr></w:p>', schemas
    )


@pytest.mark.needs("shared")
def test_write_makes_no_new_kind_of_error_in_any_file_of_the_corpus(shared, schemas):
    for path in sorted((shared / "corpus" / "docx").glob("*.docx")):
        package = read_package(path, name=path.name)
        before = schema_errors(package, schemas)
        for part in [each for each in package.parts if package.content_type(each).endswith("xml")]:
            package.xml(part)
        assert schema_errors(read_package(package.write(), name="b"), schemas) == before


@pytest.mark.needs("shared")
def test_smallest_document_of_the_tests_is_sound(schemas):
    assert schema_errors(read_package(docx({"word/document.xml": document()}), name="a"), schemas) == set()
