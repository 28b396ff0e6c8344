"""The catalogs: every message of every app translated, nothing left over, the compiled form made of the written one."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.apps import apps
from django.core.management import CommandError, call_command

from tansiq.secretariat.pages.catalogs import catalog, compiled, extracted, left_over, messages_of, untranslated
from tansiq.secretariat.pages.management.commands.catalogs import Command

APPS = sorted(Path(config.path) for config in apps.get_app_configs() if config.name.startswith("tansiq."))
CATALOGS = [(app, app / "locale" / language / "LC_MESSAGES" / "django.po") for app in APPS for language in ("ar", "fr")]
MARKS = re.compile(r"%\((\w+)\)s")


def named(pair):
    return f"{pair[0].name}-{pair[1].parts[-3]}" if isinstance(pair, tuple) else None


@pytest.fixture(params=CATALOGS, ids=named)
def pair(request):
    return request.param


def test_catalog_has_every_message_of_its_app_and_no_other(pair):
    app, path = pair
    messages = messages_of(app)
    assert messages
    assert list(untranslated(messages, catalog(path))) == []
    assert list(left_over(messages, catalog(path))) == []


def test_catalog_compiled_says_what_the_written_one_says(pair):
    _app, path = pair
    with path.with_suffix(".mo").open("rb") as file:
        committed = gettext.GNUTranslations(file)
    for message in catalog(path):
        if not message.id:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = [message.string] if isinstance(message.string, str) else list(message.string)
        key = f"{message.context}\x04{key}" if message.context else key
        single = isinstance(message.id, str)
        found = [committed._catalog.get(key if single else (key, number)) for number in range(len(forms))]
        assert found == forms, key


def test_catalog_translations_keep_the_placeholders(pair):
    _app, path = pair
    for message in catalog(path):
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        allowed = {mark for original in originals for mark in MARKS.findall(original)}
        forms = [message.string] if isinstance(message.string, str) else list(message.string)
        # A form for one or for none may say the number in words; every other says what the message says.
        assert all(set(MARKS.findall(form)) <= allowed for form in forms), message.id
        if isinstance(message.id, str):
            assert set(MARKS.findall(str(message.string))) == allowed, message.id


def test_extracted_finds_messages_of_modules_and_templates():
    module = 'x = _("one")\ny = ngettext("%(n)s seat", "%(n)s seats", 2)\nz = pgettext_lazy("column", "state")\n'
    assert list(extracted(module, template=False)) == [
        (1, ("", "one", "")), (2, ("", "%(n)s seat", "%(n)s seats")), (3, ("column", "state", "")),
    ]
    template = (
        "{% load i18n %}\n  <p>{% translate 'Show' %}</p>\n"
        "{% blocktranslate count n=1 trimmed %}a {{ n }}\n seat{% plural %}{{ n }} seats{% endblocktranslate %}"
    )
    assert [message for _line, message in extracted(template, template=True)] == [("", "Show", ""), ("", "a %(n)s seat", "%(n)s seats")]


def test_untranslated_and_left_over_are_named():
    held = Catalog(locale="fr")
    held.add("Show", "Afficher")
    held.add("Gone", "Parti")
    held.add("empty", "")
    held.add(("seat", "seats"), ("siège", ""))
    messages = [("", "Show", ""), ("", "empty", ""), ("", "new", ""), ("", "seat", "seats"), ("column", "Show", "")]
    assert list(untranslated(messages, held)) == [("", "empty", ""), ("", "new", ""), ("", "seat", "seats"), ("column", "Show", "")]
    assert list(left_over(messages, held)) == ["Gone"]


def test_compiled_is_what_is_committed(pair):
    _app, path = pair
    assert compiled(path) == path.with_suffix(".mo").read_bytes(), "run `python -m django catalogs`"


def test_command_compiles_and_names_what_is_lacking(monkeypatch, tmp_path, capsys):
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "words.py").write_text('x = _("Show")\n', encoding="utf-8")
    written = folder / "django.po"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    written.write_text(head + 'msgid "Show"\nmsgstr "Afficher"\n', encoding="utf-8")
    config = type("Config", (), {"name": "tansiq.made", "path": str(tmp_path)})
    monkeypatch.setattr(apps, "get_app_configs", lambda: [config])
    call_command(Command())
    assert "whole and compiled" in capsys.readouterr().out
    with (folder / "django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Show") == "Afficher"
    written.write_text(head + 'msgid "Gone"\nmsgstr "Parti"\n', encoding="utf-8")
    with pytest.raises(CommandError, match="not translated: Show\n.*no longer used: Gone"):
        call_command(Command())
