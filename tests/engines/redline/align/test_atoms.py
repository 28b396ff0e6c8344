"""Atoms: one character for a thing, the same for the same thing, and what a person reads for it."""

from tansiq.engines.redline.align.atoms import DRAWING, FIELD_CLOSE, FOOTNOTE, MARK, TABLE, Atoms, is_atom


def test_char_same_thing_has_the_same_character():
    atoms = Atoms()
    first = atoms.char("formula", "x+1", "x+1")
    assert atoms.char("formula", "x+1") == first
    assert len({first, atoms.char("formula", "x+2"), atoms.char("field", "x+1")}) == 3


def test_char_is_an_atom_and_none_of_the_plain_ones():
    atoms = Atoms()
    made = {atoms.char("field", str(number)) for number in range(300)}
    assert len(made) == 300
    assert all(is_atom(char) and len(char) == 1 for char in made)
    assert not made & {MARK, TABLE, FOOTNOTE, DRAWING, FIELD_CLOSE}


def test_char_more_kinds_than_the_plane_holds_look_alike():
    atoms = Atoms()
    last = [atoms.char("field", str(number)) for number in range(0xFF00)][-2:]
    assert last[0] == last[1] == "\U0010fffd"


def test_readable_is_what_a_person_reads():
    atoms = Atoms()
    formula = atoms.char("formula", "y", "y = 2")
    assert atoms.readable(f"a{formula}b{FOOTNOTE}{MARK}c") == "ay = 2b\nc"
    assert atoms.readable("plain") == "plain"
    assert atoms.readable("نص" + MARK) == "نص\n"


def test_readable_may_word_a_thing_otherwise():
    assert Atoms().readable(f"a{FOOTNOTE}{MARK}", lambda char: "[1]" if char == FOOTNOTE else None) == "a[1]\n"


def test_is_atom_text_of_any_script_is_none():
    assert not any(map(is_atom, "aé中\u0639\U0001f600\uffff"))
