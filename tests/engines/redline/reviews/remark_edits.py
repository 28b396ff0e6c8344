"""Comments of reviewers: on words, on several paragraphs, on a point; replies, threads, resolved ones, those of the base answered."""

import random

from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Block, Para, Remark
from tests.engines.redline.reviews.review import Review, insert, operation, words_range
from tests.engines.redline.reviews.words import phrase

WHERE = ("body", "footnote", "endnote")


def remark(review: Review, rng: random.Random, parent: str = "") -> Remark:
    mark = review.mark(rng)
    key = f"{review.agency}{len(review.draft.remarks)}"
    texts = [phrase(rng, rng.choice(["en", "en", "ar"]), rng.randint(1, 8)) for _ in range(rng.choice([1, 1, 2]))]
    made = Remark(key, mark.person, mark.date, "".join(word[0] for word in mark.person.split()), texts, parent, rng.random() < 0.2)
    review.draft.remarks.append(made)
    return made


@operation
def comment_on_words(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, stories=WHERE, suits=lambda blocks, index, para: para.length > 0):
        start, end = words_range(rng, spot[2])
        key = remark(review, rng).key
        insert(spot[2], end, [atom("comment_end", key)])
        insert(spot[2], start, [atom("comment_start", key)])


@operation
def comment_on_a_point(review: Review, rng: random.Random) -> None:
    if spot := review.spot(rng, stories=WHERE):
        key = remark(review, rng).key
        insert(spot[2], rng.randint(0, spot[2].length), [atom("comment_start", key), atom("comment_end", key)])


@operation
def comment_on_paragraphs(review: Review, rng: random.Random) -> None:
    """From one paragraph into a later one of the same list, over whatever stands between."""
    def later(blocks: list[Block], index: int, para: Para) -> bool:
        return any(isinstance(block, Para) for block in blocks[index + 1:])

    if spot := review.spot(rng, stories=WHERE, suits=later):
        blocks, index, para = spot
        last = rng.choice([block for block in blocks[index + 1:index + 4] if isinstance(block, Para)] or [para])
        if last is not para:
            key = remark(review, rng).key
            insert(para, rng.randint(0, para.length), [atom("comment_start", key)])
            insert(last, rng.randint(0, last.length), [atom("comment_end", key)])


@operation
def reply(review: Review, rng: random.Random) -> None:
    """To a comment of a colleague or of the base; Word keeps threads one level deep."""
    roots = [one for one in review.draft.remarks if not one.parent]
    if roots:
        remark(review, rng, rng.choice(roots).key)


@operation
def resolve(review: Review, rng: random.Random) -> None:
    own = [one for one in review.draft.remarks if not one.parent and not one.key.startswith("base")]
    if own:
        rng.choice(own).resolved = True
