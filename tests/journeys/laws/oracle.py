"""The frozen oracle: every case of every fact and its value, worked out of plain lists day by day, by no code of the record."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.journeys.laws.partial import Day
from tests.journeys.laws.plain import Plain, Row, holds, in_order, over_before

Answer = tuple[str, dict[str, str], Any]
GROUPS = ("one", "two")
OUT = ("published", "launched")
UNDECIDED = ("received", "circulated", "deferred")


class Oracle:
    """What was known at one moment, asked about one day."""

    def __init__(self, plain: Plain, day: date, terms: list[Row], moves: list[Row]) -> None:
        self.plain, self.day, self.all_terms, self.moves = plain, day, terms, moves

    def terms(self, table: str, *key: str) -> list[Row]:
        """The terms of a table that hold on the day, of keys that begin with `key`."""
        found = [term for term in self.all_terms if term["table"] == table and term["key"][: len(key)] == key and holds(term, self.day)]
        return sorted(found, key=lambda term: term["key"])

    def one(self, table: str, *key: str) -> Row | None:
        return next(iter(self.terms(table, *key)), None)

    def made(self, row: str) -> list[Row]:
        return in_order(self.moves, row, self.day)

    def state(self, row: str) -> str | None:
        made = self.made(row)
        return made[-1]["after"] if made else None

    def begun(self, kind: str) -> list[Row]:
        """The things of a kind that had made a move by the day."""
        return [row for row in self.plain.rows if row["kind"] == kind and self.made(row["slug"])]


def answers(plain: Plain, day: date, terms: list[Row], moves: list[Row]) -> dict[tuple[str, tuple[tuple[str, str], ...]], Any]:
    """Every answer by key and parameters."""
    oracle = Oracle(plain, day, terms, moves)
    found = {}
    for tell in (membership, requests, contacts, sessions, steps, objectives, outputs, meetings, editions, versions, inputs, decisions):
        for key, params, value in tell(oracle):
            found[key, tuple(sorted(params.items()))] = value
    return found


def seated_or_asked(oracle: Oracle) -> list[str]:
    asked = {row["group"] for row in oracle.begun("request")}
    return [group for group in GROUPS if oracle.terms("seat", group) or group in asked]


def last_request(oracle: Oracle, group: str, organization: str) -> Row | None:
    """The request of an organization that began last."""
    rows = [row for row in oracle.begun("request") if (row["group"], row["organization"]) == (group, organization)]
    firsts = {id(row): oracle.made(row["slug"])[0] for row in rows}
    order = {id(move): place for place, move in enumerate(oracle.moves)}
    return max(rows, key=lambda row: (firsts[id(row)]["day"], order[id(firsts[id(row)])]), default=None)


def membership(oracle: Oracle) -> Iterator[Answer]:
    for group in seated_or_asked(oracle):
        seats = oracle.terms("seat", group)
        members = [seat["key"][1] for seat in seats if seat["kind"] == "member"]
        asked = [row for row in oracle.begun("request") if row["group"] == group]
        waiting = [row["organization"] for row in asked if oracle.state(row["slug"]) in UNDECIDED]
        yield "register.member_count", {"group": group}, len(members)
        yield "register.observer_count", {"group": group}, len(seats) - len(members)
        yield "register.member_count_if_approved", {"group": group}, len({*members, *waiting})
        yield "register.members", {"group": group}, members
        offices = oracle.terms("office", group)
        yield "register.co_chairs", {"group": group}, [office["key"][1] for office in offices if office["key"][2] == "co_chair"]


def requests(oracle: Oracle) -> Iterator[Answer]:
    for group, organization in sorted({(row["group"], row["organization"]) for row in oracle.begun("request")}):
        request = last_request(oracle, group, organization)
        assert request is not None
        params, state = {"group": group, "organization": organization}, oracle.state(request["slug"])
        letters = [move["on"].edtf for move in oracle.made(request["slug"]) if move["name"] == "receive"]
        yield "register.request_state", params, state
        yield "register.request_received_on", params, letters[-1] if letters else None
        yield "register.co_chairs_waiting", params, waited_for(oracle, request) if state == "circulated" else []


def waited_for(oracle: Oracle, request: Row) -> list[str]:
    """Who co-chaired on the day of the last circulation and had certainly not answered by the day asked about."""
    circulated = [move["on"] for move in oracle.made(request["slug"]) if move["name"] == "circulate"][-1]
    then = Oracle(oracle.plain, circulated.last, oracle.all_terms, oracle.moves)
    asked = [office["key"][1] for office in then.terms("office", request["group"]) if office["key"][2] == "co_chair"]
    answered = {
        term["key"][1]
        for term in oracle.all_terms
        if term["table"] == "answer" and term["key"][0] == request["slug"]
        if term["on"].last and term["on"].last <= oracle.day and not over_before(term["on"], circulated)
    }
    return [organization for organization in asked if organization not in answered]


def contacts(oracle: Oracle) -> Iterator[Answer]:
    year_ago = oracle.day - timedelta(days=365)
    for group in seated_or_asked(oracle):
        stale = [
            term for term in oracle.terms("contact", group)
            if term["confirmed"] is None or (term["confirmed"].last or date.max) < year_ago
        ]
        yield "register.contacts_unconfirmed", {"group": group}, len(stale)


def sessions(oracle: Oracle) -> Iterator[Answer]:
    for group in GROUPS:
        mechanisms = {term["key"][1] for term in oracle.terms("relation", group)}
        for term in oracle.terms("session"):
            row = oracle.plain.row("session", term["key"][0])
            if row["mechanism"] in mechanisms:
                yield "reporting.session_dates", {"group": group, "session": row["slug"]}, term["dates"]
                yield "reporting.session_number", {"group": group, "session": row["slug"]}, row["number"]


def steps(oracle: Oracle) -> Iterator[Answer]:
    for term in oracle.terms("followed"):
        for step in ("stocktaking", "conference"):
            made, expected = oracle.made(step), oracle.one("expectation", step)
            if made:
                params = {"group": term["key"][0], "step": step}
                held = made[-1]["on"].edtf if made[-1]["name"] == "hold" else None
                yield "programme.step_date", params, held or (expected["date"] if expected else None)
                yield "programme.step_state", params, made[-1]["after"]


def years_of(period: Day) -> range:
    """The calendar years of a period with both ends."""
    return range(period.first.year, period.last.year + 1) if period.first and period.last else range(0)


def in_year(period: Day, year: int) -> bool:
    return period.meets(date(year, 1, 1), date(year, 12, 31))


def objectives(oracle: Oracle) -> Iterator[Answer]:
    for group in GROUPS:
        stated = [term for term in oracle.terms("objective") if oracle.plain.row("objective", term["key"][0])["group"] == group]
        for year in {year for term in stated for year in years_of(term["period"])}:
            count = sum(in_year(term["period"], year) for term in stated)
            yield "programme.objective_count", {"group": group, "year": str(year)}, count


def outputs(oracle: Oracle) -> Iterator[Answer]:
    planned = {term["key"][0]: term for term in oracle.terms("output") if oracle.made(term["key"][0])}
    programme_of = {row["slug"]: row["programme"] for row in oracle.plain.rows if row["kind"] == "output"}
    group_of = {row["slug"]: row["group"] for row in oracle.plain.rows if row["kind"] == "programme"}
    for slug, term in planned.items():
        params = {"group": group_of[programme_of[slug]], "output": slug}
        yield "programme.output_due", params, term["due"]
        yield "programme.output_state", params, oracle.state(slug)
    for group in GROUPS:
        held = [term for term in oracle.terms("programme") if group_of[term["key"][0]] == group]
        for year in {year for term in held for year in years_of(term["period"])}:
            ours = {term["key"][0] for term in held if in_year(term["period"], year)}
            count = sum(programme_of[slug] in ours and oracle.state(slug) != "cancelled" for slug in planned)
            yield "programme.output_count", {"group": group, "year": str(year)}, count


def meetings(oracle: Oracle) -> Iterator[Answer]:
    for belongs in oracle.terms("organizing"):
        slug, group = belongs["key"]
        made = oracle.made(slug)
        if not made:
            continue
        params, state = {"group": group, "meeting": slug}, made[-1]["after"]
        held = [move["on"].edtf for move in made if move["name"] == "hold"]
        set_, total = oracle.one("meeting", slug), oracle.one("total", slug)
        ahead = state in ("planned", "called", "postponed")
        yield "meetings.held_on", params, held[-1] if held else None
        yield "meetings.planned_on", params, set_["dates"].edtf if ahead and set_ else None
        yield "meetings.state", params, state
        yield "meetings.participants", params, total["count"] if total else None
        yield "meetings.outcome_count", params, sum(term["meeting"] == slug for term in oracle.terms("outcome"))


def editions(oracle: Oracle) -> Iterator[Answer]:
    for row in oracle.begun("edition"):
        params, term = {"group": row["group"], "edition": row["slug"]}, oracle.one("edition", row["slug"])
        yield "publications.edition_number", params, term["number"] if term else None
        yield "publications.edition_state", params, oracle.state(row["slug"])
    for term in oracle.terms("stage"):
        slug, stage = term["key"]
        params = {"group": oracle.plain.row("edition", slug)["group"], "edition": slug, "stage": stage}
        yield "publications.stage_date", params, term["date"]
    briefs = [term for term in oracle.terms("edition") if oracle.plain.row("edition", term["key"][0])["series"].startswith("briefs")]
    for term in briefs:
        if term["meeting"]:
            params = {"group": oracle.plain.row("edition", term["key"][0])["group"], "meeting": term["meeting"]}
            count = sum(other["meeting"] == term["meeting"] and oracle.state(other["key"][0]) in OUT for other in briefs)
            yield "publications.brief_count", params, count


def versions(oracle: Oracle) -> Iterator[Answer]:
    for row in oracle.begun("version"):
        params = {"group": oracle.plain.row("edition", row["edition"])["group"], "edition": row["edition"], "language": row["language"]}
        yield "publications.version_state", params, oracle.state(row["slug"])


def inputs(oracle: Oracle) -> Iterator[Answer]:
    for row in oracle.begun("input"):
        meeting = row.get("meeting")
        groups = [term["key"][1] for term in oracle.terms("organizing", meeting)] if meeting else []
        for group in groups if meeting else [oracle.plain.row("edition", row["edition"])["group"]]:
            yield "publications.input_state", {"group": group, "input": row["slug"]}, oracle.state(row["slug"])


def decisions(oracle: Oracle) -> Iterator[Answer]:
    for row in oracle.begun("decision"):
        yield "decisions.state", {"group": row["group"], "decision": row["slug"]}, oracle.state(row["slug"])
    for group in GROUPS:
        if oracle.terms("seat", group):
            asked = [row for row in oracle.begun("decision") if row["group"] == group and oracle.one("decision", row["slug"])]
            open_ = sum(oracle.state(row["slug"]) in ("requested", "before_the_body", "deferred") for row in asked)
            waiting = sum(row["group"] == group and oracle.state(row["slug"]) in UNDECIDED for row in oracle.begun("request"))
            yield "decisions.open", {"group": group}, open_ + waiting
