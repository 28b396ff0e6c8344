"""Which paragraph is most like a text."""

from tansiq.engines.redline.align.resemblance import Resemblance

PARAGRAPHS = [
    ["the", "group", "has", "members", "in", "the", "region"],
    ["the", "region", "has", "rivers", "and", "the", "rivers", "have", "dams"],
    [],
    ["dams"],
]


def test_ranked_the_most_shared_words_in_order_come_first():
    best = Resemblance(PARAGRAPHS).ranked(["rivers", "in", "the", "region", "and", "the", "dams"])
    assert (best[0].paragraph, best[0].first_word, best[0].after_word) == (1, 0, 9)
    assert best[0].score > best[1].score
    assert all(0 < likeness.score <= 1 for likeness in best)


def test_ranked_all_words_in_their_order_score_one():
    best = Resemblance(PARAGRAPHS).ranked(["the", "group", "has", "members"])
    assert (best[0].paragraph, best[0].score, best[0].first_word, best[0].after_word) == (0, 1.0, 0, 4)


def test_ranked_only_among_those_asked_for():
    assert [likeness.paragraph for likeness in Resemblance(PARAGRAPHS).ranked(["dams"], among={3})] == [3]


def test_ranked_nothing_shared_is_nothing():
    assert Resemblance(PARAGRAPHS).ranked(["sea"]) == []
    assert Resemblance([]).ranked(["sea"]) == []
