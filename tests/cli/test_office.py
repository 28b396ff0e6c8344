"""Opening an office on a terminal gives a sign of life while its database is made."""

import os
import subprocess
import sys

import pytest

FOLDER = {
    "manifest.yaml": "kind: authored\nformat: 1\ntitle: A test\n",
    "organizations.yaml": "- slug: fao\n  type: un-entity\n  names:\n    - en: {long: Food and Agriculture Organization}\n",
}


@pytest.mark.skipif(os.name == "nt", reason="a terminal is made of a pseudo-terminal here")
@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_open_office_on_a_terminal_says_that_it_prepares_the_folder_unless_quiet(tmp_path, quiet):
    for name, text in FOLDER.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    terminal, end = os.openpty()
    command = [sys.executable, "-m", "tansiq.cli.main", "--data", str(tmp_path / "data"), *quiet, "import", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=end, env={**environment, "PYTHONUTF8": "1"}, check=False)
    os.write(end, b"the end")
    said = os.read(terminal, 65536).decode()
    for each in (terminal, end):
        os.close(each)
    assert done.returncode == 0
    assert said.startswith("the end" if quiet else "preparing the data folder …")
