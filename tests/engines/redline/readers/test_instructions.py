"""What reviewers ask for in words."""

import pytest

from tansiq.engines.redline.readers.instructions import Instruction, asks_to_delete, quoted_in, read_instruction


@pytest.mark.parametrize(("text", "instruction"), [
    ('Delete "in Beirut".', Instruction("in Beirut", "", True)),
    ("please remove the words “in Beirut”", Instruction("in Beirut", "", True)),
    ('Replace "16" with "18"', Instruction("16", "18", True)),
    ('Replace the word "16" by the word "18" because of the new seats.', Instruction("16", "18", False)),
    ('change "a group" to "the group".', Instruction("a group", "the group", True)),
    ("Remplacer « seize » par « dix-huit »", Instruction("seize", "dix-huit", True)),
    ("Supprimer les mots « à Beyrouth »", Instruction("à Beyrouth", "", True)),
    ('Insert "and Amman" after "in Beirut"', Instruction("in Beirut", "in Beirut and Amman", True)),
    ('Add ", Amman" after "in Beirut"', Instruction("in Beirut", "in Beirut, Amman", True)),
    ("Insérer « Amman et » avant « Beyrouth »", Instruction("Beyrouth", "Amman et Beyrouth", True)),
    ("حذف عبارة «في بيروت»", Instruction("في بيروت", "", True)),
    ("استبدال «16» ب «18»", Instruction("16", "18", True)),
    ("it's the reviewer's view", None), ("Delete this", None), ('The "group" is "new"', None), ("", None),
    ("delete ''", None),
])
def test_read_instruction_needs_quoted_text(text, instruction):
    assert read_instruction(text) == instruction


@pytest.mark.parametrize(("text", "quote"), [
    ('The phrase "twice a year" and "in Beirut or Cairo" are wrong', "in Beirut or Cairo"), ('the "group"', ""), ("nothing", ""),
    ("«مرتين في السنة» غير صحيح", "مرتين في السنة"),
])
def test_quoted_in_gives_the_longest_of_two_words_or_more(text, quote):
    assert quoted_in(text) == quote


@pytest.mark.parametrize(("text", "answer"), [
    ("Delete", True), ("[Deleted]", True), ("(delete)", True), ("À supprimer", True), ("يحذف.", True), ("DELETE THIS SENTENCE.", True),
    ("deleted", False), ("Delete the group", False), ("supprimé", False), ("", False), ("[group]", False),
])
def test_asks_to_delete_or_is_a_text(text, answer):
    assert asks_to_delete(text) is answer
