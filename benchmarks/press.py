"""Times the writers of press on a long report (about 200 pages, 300 notes, 300 tables) against LibreOffice's docx to pdf, in one run.

Every job runs in a process of its own; wall and CPU seconds and peak memory are those of that process and its children.
Compare ratios, not seconds. Usage: python benchmarks/press.py [--sections 300] [--languages en ar fr]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUDGET = {"docx": 5.0, "html": 5.0, "pdf": 10.0}
MEMORY_MB = 600
WRITERS = {"docx": "write_docx", "html": "write_html", "pdf": "write_pdf"}

SENTENCES = {
    "en": "The Working Group (UNICEF, UN-Habitat) reviewed 1,939 contributions under resolution A/71/280 and agreed on the next steps. ",
    "fr": "Le Groupe de travail (UNICEF, ONU-Habitat) a examiné 1\u202f939 contributions (A/71/280)\u202f; il a arrêté la suite. ",
    "ar": "استعرض الفريق العامل (UNICEF، UN-Habitat) 1\u00a0939 مساهمة بموجب القرار A/71/280 واتفق على الخطوات التالية في هذا الشأن. ",
}
HEADS = {"en": ("Country", "Migrants"), "fr": ("Pays", "Migrants"), "ar": ("البلد", "المهاجرون")}


def text(words):
    return {"type": "text", "text": words}


def paragraph(name, *inlines):
    return {"type": "paragraph", "id": name, "inlines": list(inlines)}


def cell(words):
    return {"inlines": [text(words)]}


def section(number, language):
    """Two thirds of a page: a heading, two paragraphs with a note, a list and a table of five rows."""
    sentence = SENTENCES[language]
    head, value = HEADS[language]
    rows = [{"cells": [cell(f"{head} {row}"), cell(str(1000 + row)), cell(str(2000 + row))]} for row in range(5)]
    return [
        {"type": "heading", "id": f"h{number}", "level": 1 + (number % 5 > 0), "inlines": [text(f"{number + 1} {sentence[:40].strip()}")]},
        paragraph(f"p{number}", text(sentence * 3), {"type": "footnote", "note": f"n{number}"}, text(" " + sentence)),
        {
            "type": "list",
            "id": f"l{number}",
            "kind": "ordered",
            "items": [{"id": f"l{number}-{item}", "label": f"({item})", "inlines": [text(sentence)]} for item in "abc"],
        },
        {
            "type": "table",
            "id": f"t{number}",
            "number": number + 1,
            "columns": [{"width": 2}, {"align": "end"}, {"align": "end"}],
            "header": [{"cells": [cell(head), cell(f"{value} 2015"), cell(f"{value} 2017")]}],
            "rows": rows,
            "caption": [text(sentence[:30])],
            "source": [text("ESCWA.")],
        },
        paragraph(f"q{number}", text(sentence * 2), {"type": "xref", "to": f"t{number}", "form": "number"}),
    ]


def long_report(language, sections):
    blocks = [{"type": "contents", "id": "contents", "title": [text("…")], "levels": 1}]
    for number in range(sections):
        blocks += section(number, language)
    notes = [{"id": f"n{number}", "blocks": [paragraph(f"np{number}", text(SENTENCES[language]))]} for number in range(sections)]
    return {"type": "document", "language": language, "title": SENTENCES[language][:40], "blocks": blocks, "notes": notes}


def write(form, source, target):
    """What the processes that are measured run."""
    from importlib import import_module  # noqa: PLC0415 - each process loads one writer only

    from tansiq.engines.press.tree_json import from_json  # noqa: PLC0415

    writer = getattr(import_module(f"tansiq.engines.press.writers.{form}"), WRITERS[form])
    written = writer(from_json(source.read_bytes()))
    target.write_bytes(written.encode() if isinstance(written, str) else written)


def measured(command, **more):
    """Run a command; return wall seconds, CPU seconds and peak memory in MB of it and its children."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    wall = time.perf_counter() - begun
    scale = 2**20 if sys.platform == "darwin" else 2**10
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def pages(path):
    """Pages of a PDF, 0 when pypdf is not there to count them."""
    if find_spec("pypdf") is None:
        return 0
    import pypdf  # noqa: PLC0415 - only the test environment has it

    return len(pypdf.PdfReader(path).pages)


def benchmark(language, sections, folder):
    """Rows of (job, wall, CPU, memory, pages) for one language."""
    source = folder / f"{language}.json"
    source.write_text(json.dumps(long_report(language, sections)), "utf-8")
    rows = []
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    for form in WRITERS:
        if find_spec(f"tansiq.engines.press.writers.{form}") is None:
            print(f"{language}  {form:18} no such writer")
            continue
        target = folder / f"{language}.{form}"
        wall, cpu, memory = measured([sys.executable, __file__, "--write", form, str(source), str(target)], env=environment)
        rows.append((form, wall, cpu, memory, pages(target) if form == "pdf" else 0))
    if shutil.which("soffice") and (folder / f"{language}.docx").exists():
        converted = folder / "soffice"
        home = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(converted), str(folder / f"{language}.docx")]
        wall, cpu, memory = measured(command, stderr=subprocess.DEVNULL)
        rows.append(("soffice docx->pdf", wall, cpu, memory, pages(converted / f"{language}.pdf")))
    return rows


def report_rows(language, rows):
    """Print the rows and say whether the budget holds."""
    kept = True
    by_job = {job: (wall, cpu) for job, wall, cpu, *_ in rows}
    for job, wall, cpu, memory, count in rows:
        over = wall > BUDGET.get(job, float("inf")) or (job in BUDGET and memory > MEMORY_MB)
        kept = kept and not over
        figures = f"{wall:6.2f} s wall {cpu:6.2f} s CPU {memory:5.0f} MB {count or '-':>4} pages"
        print(f"{language}  {job:18} {figures}{'  OVER BUDGET' if over else ''}")
    if "soffice docx->pdf" in by_job and "pdf" in by_job:
        ratios = [own / other for own, other in zip(by_job["pdf"], by_job["soffice docx->pdf"], strict=True)]
        print(f"{language}  pdf / soffice: {ratios[0]:.2f} wall, {ratios[1]:.2f} CPU")
        kept = kept and ratios[1] < 1
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sections", type=int, default=300)
    parser.add_argument("--languages", nargs="+", default=["en", "ar", "fr"], choices=sorted(SENTENCES))
    parser.add_argument("--write", nargs=3, metavar=("FORM", "TREE", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write:
        form, source, target = arguments.write
        write(form, Path(source), Path(target))
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = [report_rows(language, benchmark(language, arguments.sections, Path(folder))) for language in arguments.languages]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
