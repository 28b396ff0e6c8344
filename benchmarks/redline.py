"""Times the consolidation of 17 reviewed copies of a long draft (130,000 words, tables, notes, pictures), ours and docx-scalpel in one run.

Every job runs in a process of its own: wall and CPU seconds of it and its children, memory of the largest of them. Compare ratios,
not seconds. Usage, from the root of the repository: python -m benchmarks.redline [--words 130000] [--copies 17] [--without-peer]
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.engines.redline.reviews.cases import AGENCIES, CopyRecipe, copy_of
from tests.engines.redline.reviews.drafts import BUILDERS, built, plain
from tests.engines.redline.reviews.model import Block, Draft, Para, lists_of_blocks
from tests.engines.redline.reviews.plain_comments import comments_of, letters_by_hand
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.written import write

ROOT = Path(__file__).resolve().parent.parent
SECONDS, MEMORY_MB, SHARE_OF_PEER = 30, 1024, 5
CYCLE = ("heading", "prose", "prose", "notes", "prose", "table", "prose", "pictures", "prose", "arabic", "prose")
STEPS = ("insert_text", "delete_text", "replace_text", "replace_text", "insert_paragraph", "delete_paragraph", "comment_on_words",
         "format_text", "untracked_replace", "insert_row", "move_paragraphs", "comment_on_words", "reply", "insert_note")


def prose(rng: random.Random, _: Draft) -> list[Block]:
    """Three paragraphs as reports have them."""
    return [plain(rng, "en", rng.randint(5, 8)) for _ in range(3)]


BUILDERS["prose"] = prose


def words(draft: Draft) -> int:
    """Words of the draft, those of notes and cells too."""
    paras = [block for _, blocks in lists_of_blocks(draft) for block in blocks if isinstance(block, Para)]
    return sum(len("".join(unit.text for unit in para.units).split()) for para in paras)


def long_draft(wanted: int) -> Draft:
    """A draft of about that many words, grown in steps of the cycle."""
    some = built([(name, number) for number, name in enumerate(CYCLE * 20)])
    rounds = max(1, round(20 * wanted / words(some)))
    return built([(name, number) for number, name in enumerate(CYCLE * rounds)])


def make(folder: Path, wanted: int, copies: int) -> int:
    """Write the base and its copies; the words of the base."""
    draft = long_draft(wanted)
    (folder / "base.docx").write_bytes(write(draft))
    for agency in AGENCIES[:copies]:
        rng = random.Random(agency)
        chosen = [(rng.choice(STEPS), rng.randrange(10**6)) for _ in range(120)]
        # Last what leaves no trace: words put in so and then deleted with tracking would be nobody's and nowhere.
        steps = tuple(sorted(chosen, key=lambda step: step[0].startswith("untracked")))
        (folder / f"copy-{agency}.docx").write_bytes(copy_of(draft, CopyRecipe(agency, steps)))
    return words(draft)


def copies_in(folder: Path) -> dict[str, bytes]:
    return {path.stem.removeprefix("copy-"): path.read_bytes() for path in sorted(folder.glob("copy-*.docx"))}


def consolidate_ours(folder: Path) -> None:
    """What the measured process of ours runs."""
    from tansiq.engines.redline import consolidate  # noqa: PLC0415 - each process loads one engine only

    (folder / "ours.docx").write_bytes(consolidate((folder / "base.docx").read_bytes(), copies_in(folder)).file)


def consolidate_peer(folder: Path) -> None:
    """What the measured process of docx-scalpel runs."""
    from docx_scalpel import DocxDiffReviewer, docx_diff_consolidate, shutdown_host  # noqa: PLC0415 - each process loads one engine only

    reviewers = [DocxDiffReviewer(document=data, author=name) for name, data in copies_in(folder).items()]
    (folder / "peer.docx").write_bytes(docx_diff_consolidate((folder / "base.docx").read_bytes(), reviewers))
    shutdown_host()                                # so that its memory counts as that of a child that has ended


def measured(job: str, folder: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak memory in MB of one job."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.redline", "--job", job, str(folder)]
    process = os.posix_spawn(sys.executable, command, {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"})
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{job} ended with {os.waitstatus_to_exitcode(status)}")
    megabytes = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, megabytes


def views(job: str, out: bytes, names: list[str]) -> dict[str, list[str]]:
    """What each agency's view reads: ours by `view`, the peer's by accepting what stands under the agency's name."""
    if job == "peer":
        return {name: read_view(out, accepted=True, by=name) for name in names}
    from tansiq.engines.redline import view  # noqa: PLC0415 - only after the measured run

    return {name: read_view(view(out, accept=[name]), accepted=True) for name in names}


def hands(file: bytes) -> set[tuple[str, str]]:
    """The persons and dates of the tracked changes of a file."""
    return {key[:2] for counted in letters_by_hand(file).values() for key in counted}


def kept_hands(copies: dict[str, bytes], out: bytes) -> tuple[int, int]:
    """How many persons with a date of all copies stand on a change of the result, in a comment beside one, or in its ledger."""
    from tansiq.engines.ooxml import read_package  # noqa: PLC0415 - only after the measured run
    from tansiq.engines.redline.writers import embedded  # noqa: PLC0415

    shown, named = hands(out), "\n".join(said.text for said in comments_of(out))
    ledger = embedded.find(read_package(out, name="result"))
    shown |= {(f"{edit.person} [{edit.agency}]", edit.date) for edit in (ledger.edits if ledger else ())}
    wanted = [(f"{person} [{agency}]", date) for agency, data in copies.items() for person, date in hands(data)]
    return sum(hand in shown or f"{hand[0]}, {hand[1][:10]}" in named for hand in wanted), len(wanted)


def judged(job: str, folder: Path) -> dict[str, str]:
    """How right one result is."""
    base, copies, out = (folder / "base.docx").read_bytes(), copies_in(folder), (folder / f"{job}.docx").read_bytes()
    seen = views(job, out, sorted(copies))
    right = [name for name in copies if seen[name] == read_view(copies[name], accepted=True)]
    wanted = Counter(said.text for data in copies.values() for said in comments_of(data))
    found = Counter(said.text for said in comments_of(out))
    kept, hands_of_all = kept_hands(copies, out)
    return {
        "rejected is base": str(read_view(out, accepted=False) == read_view(base, accepted=False)),
        "right views": f"{len(right)}/{len(copies)}",
        "comments": f"{(wanted & found).total()}/{wanted.total()}",
        "persons with dates": f"{kept}/{hands_of_all}",
    }


def whole(said: str) -> bool:
    """Whether "17/17"."""
    kept, _, wanted = said.partition("/")
    return kept == wanted or said == "True"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=130_000)
    parser.add_argument("--copies", type=int, default=17)
    parser.add_argument("--without-peer", action="store_true")
    parser.add_argument("--job", nargs=2, metavar=("JOB", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.job:
        {"ours": consolidate_ours, "peer": consolidate_peer}[arguments.job[0]](Path(arguments.job[1]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{make(folder, arguments.words, arguments.copies)} words, {arguments.copies} copies")
        jobs = ["ours"] if arguments.without_peer else ["ours", "peer"]
        times = {}
        results = {}
        for job in jobs:
            times[job], processor, memory = measured(job, folder)
            results[job] = judged(job, folder)
            said = "  ".join(f"{what} {found}" for what, found in results[job].items())
            print(f"{job:5} {times[job]:7.1f} s wall {processor:7.1f} s CPU {memory:6.0f} MB  {said}", flush=True)
            over = job == "ours" and (times[job] > SECONDS or memory > MEMORY_MB)
            results[job]["budget"] = "False" if over else "True"
        if "peer" in times:
            print(f"ours / peer: {times['ours'] / times['peer']:.2f}")
    in_time = "peer" not in times or times["ours"] * SHARE_OF_PEER < times["peer"]
    sys.exit(0 if in_time and all(map(whole, results["ours"].values())) else 1)


if __name__ == "__main__":
    main()
