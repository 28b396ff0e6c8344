"""What the child process reads, called here without one: kinds of files, encodings, delimiters."""

import io
import zipfile

import pytest

from tansiq.secretariat.pages.sheets_child import Unreadable, table


def cells(content, **asked):
    return [row["cells"] for row in table(content, **asked)["rows"]]


def notes(content, **asked):
    return {note["code"]: note for note in table(content, **asked)["notes"]}


def refusal(content, **asked):
    with pytest.raises(Unreadable) as refused:
        table(content, **asked)
    return refused.value


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b";;;\n;;\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60) + "EncryptedPackage".encode("utf-16-le"), "protected"),
        (b"PK\x03\x04nothing more", "broken"),
        (packed({"word/document.xml": b"<x/>"}), "word"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "open-document"),
        (packed({"xl/workbook.bin": b"x"}), "binary-excel"),
        (packed({"xl/workbook.xml": b"x"}), "broken"),
        (packed({"readme.txt": b"x"}), "other"),
        (b"%PDF-1.7", "pdf"),
        (b"<html><table><tr><td>ILO</td></tr></table></html>", "web-page"),
        (b"  <?xml version='1.0'?><Workbook/>", "web-page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01" * 40, "other"),
    ],
)
def test_table_other_files_are_told_apart(content, code):
    assert refusal(content).code == code


NAMES = [["المنظمة", "الاسم المختصر"], ["منظمة العمل الدولية", "ILO"]]
FRENCH = [["Organisation", "Sigle"], ["Organisation météorologique mondiale", "OMM"], ["Fédération française", "FF"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("rows", "encoding", "said"),
    [
        (NAMES, "utf-8", "utf-8"),
        (NAMES, "utf-8-sig", "utf-8"),
        (NAMES, "utf-16", "utf-16"),
        (NAMES, "windows-1256", "windows-1256"),
        (FRENCH, "windows-1252", "windows-1252"),
        (FRENCH, "utf-16-le", "utf-16"),
        (FRENCH, "utf-16-be", "utf-16"),
    ],
)
def test_table_text_in_any_encoding_with_any_delimiter(rows, encoding, said, delimiter):
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    assert cells(content) == rows
    assert notes(content)["encoding"]["name"] == said


def test_table_encoding_asked_for_is_taken():
    content = "Organisation;Sigle\nMinistère;M".encode("windows-1252")
    assert cells(content, encoding="windows-1252")[1] == ["Ministère", "M"]
    assert refusal(content, encoding="utf-8").code == "encoding"


def test_table_text_with_its_delimiter_said_and_quotes():
    content = b'sep=;\r\n"Organization";"Note"\r\n"Food and Agriculture; FAO";"a ""b"""\r\n"two\nlines";x'
    assert cells(content) == [["Organization", "Note"], ["Food and Agriculture; FAO", 'a "b"'], ["two\nlines", "x"]]
    assert [row["number"] for row in table(content)["rows"]] == [2, 3, 4]


def test_table_one_column_keeps_the_commas_of_its_names():
    content = b"Organizations\nWorld Bank\nUN Educational, Scientific and Cultural Organization\nILO\nLabour, Trade, and Industry\n"
    assert cells(content)[2] == ["UN Educational, Scientific and Cultural Organization"]
