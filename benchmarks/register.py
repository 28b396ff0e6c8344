"""How long it takes to ask who the members of a group are: 500 groups, 20,000 seats, 60,000 rows of terms, SQLite and PostgreSQL.

Usage: python benchmarks/register.py. PostgreSQL is started in a temporary folder from the programs under PG_BIN (Debian's version 15
unless set), as the user `postgres` when run as root; without it only SQLite is measured. This measures reading, not writing.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PG_BIN = Path(os.environ.get("PG_BIN", "/usr/lib/postgresql/15/bin"))
SEATS_IN_A_GROUP = 40
SIZES = (50, 500)
ASKED = 300
DAY = date(2017, 11, 15)
QUESTIONS = ("members", "members, a year ago as known", "seats with offices", "fact member_count")
WORKER = "--measure"


def main() -> None:
    """Measure each database in a process of its own and print one table."""
    with tempfile.TemporaryDirectory(prefix="tansiq-bench-") as folder:
        results = {"SQLite": measured({"TANSIQ_DATA": folder})}
        if PG_BIN.is_dir():
            with postgres() as address:
                results["PostgreSQL"] = measured({"TANSIQ_DATA": folder, "DATABASE_URL": address})
    print_table(results)


def measured(environment: dict[str, str]) -> dict[str, dict[str, list[float]]]:
    """The times in milliseconds, by number of groups and question, from a child process."""
    child = subprocess.run(
        [sys.executable, __file__, WORKER], env={**os.environ, **environment, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE, check=True,
    )
    return json.loads(child.stdout)


def print_table(results: dict[str, dict[str, dict[str, list[float]]]]) -> None:
    """Median and 95th percentile of each question, the ratio to SQLite, and the ratio of ten times the groups to one time."""
    few, many = map(str, SIZES)
    print(f"{SEATS_IN_A_GROUP} seats a group, 3 rows of terms a seat; {ASKED} groups asked in random order; milliseconds")
    head = f"{'question':32}{'database':12}{few + ' groups':>11}{many + ' groups':>12}{'p95':>8}{'x rows':>8}{'x SQLite':>10}"
    print(head, "-" * len(head), sep="\n")
    for question in QUESTIONS:
        base = statistics.median(results["SQLite"][many][question])
        for database, sizes in results.items():
            small, large = (statistics.median(sizes[size][question]) for size in (few, many))
            p95 = statistics.quantiles(sizes[many][question], n=20)[-1]
            print(f"{question:32}{database:12}{small:11.2f}{large:12.2f}{p95:8.2f}{large / small:8.2f}{large / base:10.2f}")


@contextmanager
def postgres() -> Iterator[str]:
    """A PostgreSQL server in a temporary folder, reached through a socket there; yields the address of an empty database."""
    folder = Path(tempfile.mkdtemp(prefix="tansiq-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        subprocess.run([*as_user, str(PG_BIN / program), *arguments], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data = folder / "data"
    run("initdb", "-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
    run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses=''", "start")
    try:
        run("createdb", "-h", str(folder), "-U", "postgres", "bench")
        yield f"postgresql://postgres@/bench?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


def measure() -> None:
    """Fill the database of the settings, ask, and print the times as JSON. Runs in the child process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tansiq.site.settings"
    # Django can be imported only once the settings of this process are named.
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    found: dict[str, dict[str, list[float]]] = {}
    held = 0
    for size in SIZES:
        fill(held, size)
        held = size
        found[str(size)] = {question: times(ask, size) for question, ask in asks().items()}
    print(json.dumps(found))


def fill(first: int, last: int) -> None:
    """Add the groups numbered from `first` to `last`: each seat was recorded as a member's, corrected to observer, then member."""
    from django.db import connection  # noqa: PLC0415

    from tansiq.engines.dates import PartialDate  # noqa: PLC0415
    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415
    from tansiq.secretariat.record.domain.log import log  # noqa: PLC0415
    from tansiq.secretariat.register.models import Group, Organization, Seat, SeatTerm  # noqa: PLC0415

    recorded, corrected = datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)
    by = worker_actor("benchmark")
    entries = [log(code="benchmark.filled", subject="record/benchmark/rows", by=by, at=at) for at in (recorded, corrected)]
    if not first:
        Organization.objects.bulk_create(Organization(slug=f"body-{number:03}", type="other") for number in range(SEATS_IN_A_GROUP * 5))
    bodies = list(Organization.objects.order_by("slug"))
    groups = Group.objects.bulk_create(Group(slug=f"group-{number:03}") for number in range(first, last))
    chance = random.Random(first)
    seats = Seat.objects.bulk_create(
        Seat(slug=f"{group.slug}-{body.slug}", group=group, organization=body)
        for group in groups for body in chance.sample(bodies, SEATS_IN_A_GROUP)
    )
    day, turn, eve = date(2010, 1, 1), date(2016, 1, 1), date(2015, 12, 31)
    rows = []
    for seat in seats:
        first_said = {"recorded_at": recorded, "recorded_entry": entries[0], "superseded_at": corrected, "superseded_entry": entries[1]}
        now = {"recorded_at": corrected, "recorded_entry": entries[1]}
        begun = {"begins": PartialDate.on(day), "valid_from": day}
        rows += [
            SeatTerm(seat=seat, slug=f"{seat.slug}.1", kind="member", **begun, **first_said),
            SeatTerm(seat=seat, slug=f"{seat.slug}.2", kind="observer", ends=PartialDate.on(eve), valid_to=turn, **begun, **now),
            SeatTerm(seat=seat, slug=f"{seat.slug}.3", kind="member", begins=PartialDate.on(turn), valid_from=turn, **now),
        ]
    SeatTerm.objects.bulk_create(rows, batch_size=2000)
    add_offices(seats, turn, corrected, entries[1])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def add_offices(seats: list, since: date, recorded: datetime, entry: object) -> None:
    """Make every thirteenth seat a co-chair: three or four a group."""
    from tansiq.engines.dates import PartialDate  # noqa: PLC0415
    from tansiq.secretariat.register.models import Office, OfficeTerm  # noqa: PLC0415

    offices = Office.objects.bulk_create(Office(slug=f"{seat.slug}-co-chair", seat=seat, role="co_chair") for seat in seats[::13])
    said = {"begins": PartialDate.on(since), "valid_from": since, "recorded_at": recorded, "recorded_entry": entry}
    OfficeTerm.objects.bulk_create(OfficeTerm(office=office, slug=f"{office.slug}.1", **said) for office in offices)


def asks() -> dict[str, Callable[[str], None]]:
    """Each question as a function of a group, checked to find every seat with one query (two with offices)."""
    from django.db import connection, reset_queries  # noqa: PLC0415

    from tansiq.secretariat.record.facts import ask  # noqa: PLC0415
    from tansiq.secretariat.register.domain.questions import LATEST, members, seats_with_offices  # noqa: PLC0415

    then = datetime(2020, 6, 1, tzinfo=UTC)
    found = {
        "members": lambda group: members(group, DAY, LATEST),
        "members, a year ago as known": lambda group: members(group, date(2016, 11, 15), then),
        "seats with offices": lambda group: seats_with_offices(group, DAY, LATEST),
        "fact member_count": lambda group: ask("register.member_count", as_of=DAY, known_at=LATEST, group=group).rests_on,
    }
    for question, one in found.items():
        connection.force_debug_cursor = True
        reset_queries()
        count, queries = len(one("group-007")), len(connection.queries)
        connection.force_debug_cursor = False
        if (count, queries) != (SEATS_IN_A_GROUP, 2 if "offices" in question else 1):
            raise SystemExit(f"{question}: {count} seats in {queries} queries")
    return found


def times(ask: Callable[[str], None], groups: int) -> list[float]:
    """Milliseconds of one call for each of the groups asked, in an order that is the same on every run."""
    chance = random.Random(groups)
    taken = []
    for _ in range(ASKED):
        group = f"group-{chance.randrange(groups):03}"
        began = time.perf_counter()
        ask(group)
        taken.append(1000 * (time.perf_counter() - began))
    return taken


if __name__ == "__main__":
    measure() if WORKER in sys.argv else main()
