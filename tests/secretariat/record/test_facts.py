"""The registry of facts: keys are taken once, cases come in a stable order, values carry what the command line prints."""

from datetime import UTC, date, datetime

import pytest

from tansiq.secretariat.record import facts
from tansiq.secretariat.record.facts import Fact, Measured, fact, registered

DAY, KNOWN = date(2017, 11, 15), datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def seventeen(*, as_of, known_at, group):
    """Always 17."""
    return Measured(17, (f"register/group/{group}",), {"en": "17", "ar": "17", "fr": "17"})


def test_ask_returns_value_with_its_day_and_what_it_rests_on():
    asked = Fact("test.seventeen", "things", lambda day, known: [], seventeen).ask(as_of=DAY, known_at=KNOWN, group="wgim")
    assert asked.to_json() == {
        "key": "test.seventeen", "params": {"group": "wgim"}, "value": 17, "unit": "things", "as_of": "2017-11-15",
        "known_at": "2026-01-05T09:00:00+00:00", "display": {"en": "17", "ar": "17", "fr": "17"}, "rests_on": ["register/group/wgim"],
    }


def test_fact_without_docstring_or_with_a_taken_key_is_refused():
    taken = next(iter(registered()))
    with pytest.raises(ValueError, match="registered twice"):
        fact(taken, unit="x", cases=lambda day, known: [])(seventeen)
    with pytest.raises(ValueError, match="no docstring"):
        fact("test.undocumented", unit="x", cases=lambda day, known: [])(lambda **_: None)
    assert "test.undocumented" not in registered()


def test_every_case_of_one_group_is_sorted_and_leaves_the_others_out(monkeypatch):
    cases = [{"group": "b"}, {"group": "a"}, {"group": "b", "step": "1"}]
    made = Fact("test.x", "x", lambda day, known: cases, lambda **params: Measured(0, (), params))
    monkeypatch.setattr(facts, "_FACTS", {"test.x": made})
    found = [value.params for value in facts.every_case(as_of=DAY, known_at=KNOWN, group="b")]
    assert found == [{"group": "b"}, {"group": "b", "step": "1"}]
    assert len(list(facts.every_case(as_of=DAY, known_at=KNOWN))) == 3


def test_every_case_facts_of_the_same_cases_ask_for_them_once(monkeypatch):
    asked = []

    def cases(day, known):
        asked.append(day)
        yield {"group": "a"}

    made = {key: Fact(key, "x", cases, lambda **params: Measured(0, (), params)) for key in ("test.x", "test.y")}
    monkeypatch.setattr(facts, "_FACTS", made)
    assert [value.key for value in facts.every_case(as_of=DAY, known_at=KNOWN)] == ["test.x", "test.y"]
    assert asked == [DAY]
