"""What is uploaded as a list of members and is none, or only nearly: one line beside the file, in the language of the page."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tansiq.secretariat.pages.sheets import BIGGEST
from tansiq.secretariat.register.models import ListDraft
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import officer

UPLOAD = "/groups/wgim/members/list/"
SHEET = "xl/worksheets/sheet1.xml"
LANGUAGES = ("en", "fr", "ar")
ARABIC = re.compile("[\u0621-\u064a]")


def saved(*rows, merged=""):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_sheet(change):
    with zipfile.ZipFile(io.BytesIO(saved(["Organization"], ["=1+1"]))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed({**parts, SHEET: change(parts[SHEET])})


def a_million_rows():
    line = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    rows = b"".join(line % (number, number) for number in range(1, 1_000_001))
    return with_sheet(lambda part: re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData>" + rows + b"</sheetData>", part, flags=re.DOTALL))


NO_LISTS = {
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xlsx"),
    "Word": (packed({"word/document.xml": "<x/>"}), "Word"),
    "PDF": (b"%PDF-1.7", "PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01" * 40, ".xlsx"),
    "a web page": (b"<html><table><tr><td>ILO</td></tr></table></html>", ".xlsx"),
    "OpenDocument": (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
    "protected": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60) + "EncryptedPackage".encode("utf-16-le"), ""),
    "a broken archive": (b"PK\x03\x04nothing more", ""),
    "a bomb": (packed({"xl/workbook.xml": "x", "xl/media/x.xml": " " * 90_000_000}), ""),
    "no rows": (b";;;\n;;\n", ""),
    "nothing": (b"", ""),
    "251 rows": (b"x\n" * 251, "250"),
    "a million rows": (a_million_rows(), "250"),
    "a formula without a result": (saved(["Organization"], ["=A1"]), "A2"),
    "a cell of a book": (saved(["x" * 2_001]), "2"),
    "41 columns": (saved(["x"] * 41), "40"),
    "11 megabytes": (b"x" * (BIGGEST + 1), "10"),
}


@pytest.fixture
def client(db):
    return officer(build(names=True))


def sent(client, language, content, name="members.xlsx"):
    prefix = "" if language == "en" else f"/{language}"
    return client.post(prefix + UPLOAD, {"file": SimpleUploadedFile(name, content)})


def errors(response):
    found = re.findall(r'<p class="error"( id="id_file_error")?[^>]*>(.*?)</p>', response.content.decode(), re.DOTALL)
    return [(bool(beside), " ".join(re.sub(r"<[^>]+>", " ", text).split())) for beside, text in found]


@pytest.mark.parametrize(("content", "named"), NO_LISTS.values(), ids=NO_LISTS)
def test_file_that_is_no_list_is_told_in_one_line_beside_it_in_each_language(client, content, named):
    said = {}
    for language in LANGUAGES:
        response = sent(client, language, content)
        assert response.status_code == 422
        [(beside, said[language])] = errors(response)
        assert beside
        assert named in said[language]
        assert "%(" not in said[language]
    assert len(set(said.values())) == len(LANGUAGES)
    assert ARABIC.search(said["ar"])
    assert not ARABIC.search(said["en"] + said["fr"])
    assert not ListDraft.objects.exists()


def notes(client, content, language):
    response = sent(client, language, content)
    assert response.status_code == 302
    page = client.get(response.headers["Location"]).content.decode()
    note = page.split('<div class="note">')[1].split("</div>")[0]
    return [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in re.findall(r"<p>(.*?)</p>", note, re.DOTALL)][1:]


def shown_last():
    return with_sheet(lambda part: re.sub(rb"<f>1\+1</f><v ?/?>(</v>)?", b"<f>1+1</f><v>2</v>", part))


NEARLY = {
    "formulas with results": (shown_last(), "1", "cells hold formulas"),
    "merged cells": (
        saved(["Organization", "Focal point"], ["ILO", "a"], [None, "b"], merged="A2:A3"), "A2:A3", "merged over several rows",
    ),
    "two header rows": (
        saved(["Organization", "Focal point", None], ["Name", "Name", "E-mail"], ["ILO", "A. Person", "a@example.org"]), "1 ",
        "were taken for headings",
    ),
}


@pytest.mark.parametrize(("content", "named", "english"), NEARLY.values(), ids=NEARLY)
def test_list_that_needs_a_decision_is_read_and_says_what_was_decided_in_each_language(client, content, named, english):
    said = {language: notes(client, content, language) for language in LANGUAGES}
    assert {language: len(lines) for language, lines in said.items()} == dict.fromkeys(LANGUAGES, 1)
    assert english in said["en"][0]
    assert all(named in lines[0] for lines in said.values())
    assert ARABIC.search(said["ar"][0])
    assert said["fr"] != said["en"]
