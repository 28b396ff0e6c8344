"""Planted faults, one list a rule: a path, a text, and the lines on which the rule must find something; none: it must find nothing."""

from typing import NamedTuple


class Planted(NamedTuple):
    """A file with a fault in it, or without."""

    path: str
    text: str
    lines: tuple[int, ...]


DOMAIN = "src/tansiq/secretariat/register/domain/seats.py"
FACTS = "src/tansiq/secretariat/register/facts.py"
MODELS = "src/tansiq/secretariat/register/models/seats.py"
VIEWS = "src/tansiq/secretariat/register/web/views.py"
ENGINE = "src/tansiq/engines/dates/parse.py"
TEST = "tests/engines/dates/test_parse.py"
PAGE = "src/tansiq/secretariat/register/templates/register/group.html"
SHEET = "src/tansiq/site/static/site.css"

FAULTS: dict[str, list[Planted]] = {
    "module-size": [Planted(ENGINE, "x = 1\n" * 400, ()), Planted(ENGINE, "x = 1\n" * 401, (401,))],
    "function-size": [
        Planted(ENGINE, "def f():\n" + "    x = 1\n" * 39, ()),
        Planted(ENGINE, "@cached\ndef f():\n" + "    x = 1\n" * 40, (2,)),
        Planted(ENGINE, "class A:\n    async def f(self):\n" + "        x = 1\n" * 40, (2,)),
    ],
    "module-docstring": [
        Planted(ENGINE, "x = 1\n", (1,)),
        Planted(ENGINE, "", ()),
        Planted(ENGINE, '"""One.\n\nThree.\nFour.\nFive.\n"""\n', ()),
        Planted(ENGINE, '"""One.\n\nThree.\nFour.\nFive.\nSix.\n"""\n', (1,)),
        Planted("src/tansiq/engines/dates/errors.py", '"""One.\n\n' + "A\n" * 9 + '"""\n', ()),
    ],
    "public-docstring": [
        Planted(ENGINE, "def parse(text): ...\n", (1,)),
        Planted(ENGINE, "def _parse(text): ...\nclass _Hidden:\n    def read(self): ...\n", ()),
        Planted(FACTS, 'class Seen:\n    """Seen."""\n\n    def when(self): ...\n', (4,)),
        Planted(DOMAIN, "@overload\ndef end(x: int): ...\n", ()),
    ],
    "file-name": [
        Planted("src/tansiq/engines/press/utils.py", "", (1,)), Planted("src/tansiq/secretariat/services/mail.py", "", (1,)),
        Planted("tests/engines/press/test_helpers.py", "", (1,)), Planted("src/tansiq/engines/press/numbering.py", "", ()),
    ],
    "class-name": [
        Planted(ENGINE, "class DateHandler: ...\nclass Date: ...\nclass Mailing:\n    class MailService: ...\n", (1, 4)),
        Planted(MODELS, "class SeatManager(models.Manager): ...\nclass ManagerOfSeats: ...\n", ()),
        Planted(MODELS, "class SeatManager: ...\n", (1,)),
    ],
    "relative-import": [
        Planted(ENGINE, "from . import months\nfrom .months import NAMES\n", (1, 2)),
        Planted(ENGINE, "from tansiq.engines import dates\n", ()),
    ],
    "all-names": [
        Planted(ENGINE, '__all__ = ["parse", "lost"]\n\ndef parse(): ...\n', (1,)),
        Planted(ENGINE, 'from a import b as c\nimport d.e\nF: int = 1\n__all__ = ["F", "c", "d"]\n', ()),
        Planted(ENGINE, 'A = 1\n__all__ = ["A", "A"]\n', (2,)),
    ],
    "test-checks": [
        Planted(TEST, "def test_parse_year_works():\n    parse('2017')\n", (1,)),
        Planted(TEST, "def test_parse_year_read():\n    assert True\n", (2,)),
        Planted(TEST, "def test_parse_nothing_refused():\n    with pytest.raises(ValueError):\n        parse('')\n", ()),
        Planted(TEST, "def test_cases_all_hold():\n    check_cases()\n\ndef year():\n    return 2017\n", ()),
    ],
    "mock": [
        Planted(TEST, "from unittest.mock import patch\nimport unittest.mock\n", (1, 2)),
        Planted(TEST, "from unittest import TestCase\n", ()),
    ],
    "writes-in-domain": [
        Planted(VIEWS, "seat.save()\nSeat.objects.create(slug='a')\nSeat.objects.filter(pk=1).update(slug='b')\n", (1, 2, 3)),
        Planted(VIEWS, "workbook.save(path)\nnames.update(a=1)\ndigest.update(content)\nknown.update(x)\npath.unlink()\n", ()),
        Planted(MODELS, "seat.delete()\nself.seats.filter(a=1).delete()\nSeat._default_manager.get_or_create(slug='a')\n", (1, 2, 3)),
        Planted("src/tansiq/cli/register.py", "seat.save(update_fields=['slug'])\n", (1,)),
    ],
    "state-written": [
        Planted(VIEWS, "request.state = 'approved'\n(a, row.state) = 1, 2\nsetattr(row, 'state', 'x')\n", (1, 2, 3)),
        Planted(VIEWS, "state = row.state\nrow.states = ()\n", ()),
    ],
    "never-in-bulk": [
        Planted(FACTS, "Seat.objects.update_or_create(slug='a')\nSeat.objects.bulk_update(rows, ['slug'])\nseat.terms.all()\n", (1, 2, 3)),
        Planted(VIEWS, "seat.office_terms.all()\n", (1,)),
        Planted(VIEWS, "seat.terms.as_of(day, known_at)\ngroup.names.all()\n", ()),
    ],
    "state-from-moves": [
        Planted(FACTS, "x = request.state\nJoinRequest.objects.filter(state='open')\nrows.exclude(request__state__in=OPEN)\n", (1, 2, 3)),
        Planted("src/tansiq/secretariat/register/domain/questions.py", "rows.values('slug', 'state')\nrows.order_by('-state')\n", (1, 2)),
        Planted(FACTS, "Move.objects.states(refs, day, known_at)\nMeasured(state, (), {})\nrows.filter(statement=1)\n", ()),
    ],
    "one-domain-call": [
        Planted(VIEWS, "from tansiq.secretariat.register.domain.seats import end\ndef post(r):\n    end(seat=1)\n    end(seat=2)\n", (2,)),
        Planted(VIEWS, "from tansiq.secretariat.register.domain import seats\ndef post(r):\n    seats.begin(x=seats.end())\n", (2,)),
        Planted(
            VIEWS,
            "from tansiq.secretariat.register.domain.seats import end, begin\n"
            "from tansiq.secretariat.register.domain.questions import seats\n"
            "def post(r):\n    seats()\n    seats()\n    if r.ok:\n        end()\n    else:\n        begin()\n",
            (),
        ),
    ],
    "gettext": [
        Planted(VIEWS, 'x = _(f"{n} seats")\ny = gettext_lazy("%s seats")\nz = _("a" + b)\n', (1, 2, 3)),
        Planted(VIEWS, 'w = ngettext("{} seat", "{} seats", n)\n', (1, 1)),
        Planted(VIEWS, 'x = _("%(count)s seats") % {"count": n}\ny = _("{count} seats").format(count=n)\nz = _("100%% of it")\n', ()),
        Planted(VIEWS, 'x = _("{count} seats".format(count=n))\n', (1,)),
    ],
    "logical-css": [
        Planted(SHEET, "a { margin-left: 1px; color: red }\nb {\n  text-align: right;\n}\nc { left: 0 }\n", (1, 3, 5)),
        Planted(SHEET, "/* left: 1 */\na:left { margin-inline-start: 1px; background: url(left.svg); --x: 'left'; }\n", ()),
        Planted(SHEET, "a { border-top-left-radius: 2px; float: left; padding-right: 0; }\n", (1, 1, 1)),
        Planted(SHEET, "@page :right { @top-left { content: 'right'; } }\na { color: bright; }\n", ()),
    ],
    "inline-in-template": [
        Planted(PAGE, '<p style="color:red">\n<style>\n<script>\n<a onclick="x()">\n<a href="javascript:x()">\n', (1, 2, 3, 4, 5)),
        Planted(PAGE, '<script src="/static/a.js"></script>\n<p class="style">one = 1, style = 2</p>\n', ()),
        Planted(PAGE, '<script type="application/json">{}</script>\n', ()),
    ],
    "forbidden-word": [
        Planted(ENGINE, "x = '/" "work/main'\n# TO" "DO: later\n# FIX" "ME\n<" "<<<<<< ours\n", (1, 2, 3, 4)),
        Planted("docs/guide/a.md", "See /" "home/someone/file and /" "root/x.\n", (1, 1)),
        Planted("docs/guide/a.md", "the METHOD, https://example.org/" "work/1, frame" "work/x, PrefixME\n", ()),
    ],
    "final-newline": [
        Planted("docs/a.md", "text", (1,)), Planted("docs/a.md", "text\n\n", (2,)), Planted("docs/a.md", "text\n", ()),
        Planted("docs/a.md", "a\nb\r\nc\n", (2,)), Planted(ENGINE, "", ()),
    ],
}
