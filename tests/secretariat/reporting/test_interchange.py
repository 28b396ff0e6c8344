"""sessions.yaml: what is wrong with it is said with its place."""

import pytest

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import ImportFailed, import_folder
from tests.example import LATER

SESSION = "- slug: rcm-23\n  mechanism: rcm\n  number: 23\n  fixed:\n    - {dates: 20-21 November 2017, place: {en: Beirut}}\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("rcm\n", "rmc\n", "sessions.yaml:2: mechanism: there is no mechanism 'rmc'; did you mean 'rcm'?"),
        ("number: 23", "number: 0", "sessions.yaml:3: number: 0 is found; a number from 1 is expected."),
        ("20-21 November", "21-20 November", "sessions.yaml:5: fixed[0].dates: "),
    ],
)
def test_sessions_bad_input_is_one_line(tmp_path, old, new, line):
    (tmp_path / "manifest.yaml").write_text("kind: authored\nformat: 1\ntitle: x\n")
    (tmp_path / "mechanisms.yaml").write_text("- slug: rcm\n  names:\n    - en: {long: Mechanism}\n")
    (tmp_path / "sessions.yaml").write_text(SESSION.replace(old, new))
    with pytest.raises(ImportFailed) as failed:
        import_folder(tmp_path, by=import_actor, at=LATER)
    [problem] = failed.value.problems
    assert str(problem).startswith(line)
