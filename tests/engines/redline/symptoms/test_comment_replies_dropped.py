"""Symptom: replies to comments are dropped when the file is rebuilt (safe-docx#108)."""

from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.symptoms.copies import consolidated, draft, para

DAY = "2024-02-01T09:00:00Z"


def thread(agency: str, replies: int) -> list[Remark]:
    root = Remark(agency, "Author", DAY, "A", [f"{agency} asks"], resolved=agency == "FAO")
    return [root, *(Remark(f"{agency}{n}", "Author", DAY, "A", [f"{agency} answers {n}"], parent=agency) for n in range(replies))]


def test_replies_stay_with_the_comment_they_answer():
    def commented(agency: str, replies: int):
        def change(copy: Draft) -> None:
            copy.body[0].units = [atom("comment_start", agency), *copy.body[0].units, atom("comment_end", agency)]
            copy.remarks += thread(agency, replies)
        return change

    made = consolidated(draft(para("The Group met.")), IOM=commented("IOM", 2), FAO=commented("FAO", 1))
    found = {(said.person, said.text, said.answers, said.resolved, said.on) for said in comments_of(made.file)}
    on = "The Group met."
    assert found == {
        ("Author [IOM]", "IOM asks", "", False, on), ("Author [IOM]", "IOM answers 0", "IOM asks", False, on),
        ("Author [IOM]", "IOM answers 1", "IOM asks", False, on), ("Author [FAO]", "FAO asks", "", True, on),
        ("Author [FAO]", "FAO answers 0", "FAO asks", False, on),
    }
