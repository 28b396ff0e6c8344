"""A case of the campaign: a draft and its reviewed copies, all from a recipe that can be written down and made smaller."""

import dataclasses
import json
import random
from dataclasses import dataclass

from tests.engines.redline.reviews import block_edits, drafts, remark_edits, table_edits, text_edits
from tests.engines.redline.reviews.model import Draft
from tests.engines.redline.reviews.mutators import MUTATORS
from tests.engines.redline.reviews.parts import Hand
from tests.engines.redline.reviews.review import OPERATIONS, Review
from tests.engines.redline.reviews.written import write

Step = tuple[str, int]
AGENCIES = ("IOM", "UNHCR", "UNICEF", "ESCWA", "ILO", "FAO", "UNDP", "UNFPA", "WHO", "UNESCO", "UNODC", "UN Women", "OHCHR", "UN-Habitat",
            "WFP", "UNEP", "LAS")
MODULES = (block_edits, remark_edits, table_edits, text_edits)
# Every reviewer writes more often than it moves sections about.
OFTEN = ("insert_text", "delete_text", "replace_text", "comment_on_words", "reply", "insert_paragraph", "delete_paragraph")


@dataclass(frozen=True)
class CopyRecipe:
    """What one agency does to its copy, and what its program does to the file."""

    agency: str
    steps: tuple[Step, ...]
    mutations: tuple[Step, ...] = ()
    rsid: str = ""
    para_ids: bool = True
    wave: int = 0


@dataclass(frozen=True)
class Case:
    """A draft's recipe and those of its copies."""

    draft: tuple[Step, ...]
    copies: tuple[CopyRecipe, ...]

    def as_json(self) -> str:
        return json.dumps(dataclasses.asdict(self), indent=1)


def from_json(text: str) -> Case:
    held = json.loads(text)
    copies = tuple(CopyRecipe(**{**one, "steps": steps(one["steps"]), "mutations": steps(one["mutations"])}) for one in held["copies"])
    return Case(steps(held["draft"]), copies)


def steps(rows: list[list]) -> tuple[Step, ...]:
    return tuple((name, seed) for name, seed in rows)


def random_case(seed: int, *, agencies: int = 0) -> Case:
    """The case of a seed. Some steps are shared, so that agencies agree, or meet at one place."""
    rng = random.Random(f"case {seed}")
    count = agencies or min(17, 1 + int(rng.expovariate(0.3)))
    names = rng.sample(AGENCIES, max(2, count)) if seed % 20 else rng.sample(AGENCIES, 1)
    shared = [random_step(rng) for _ in range(rng.randint(1, 3))]
    copies = []
    for name in names:
        own = [random_step(rng) for _ in range(rng.choice([0, 1, 2, 4, 8, 12]))]
        taken = [step for step in shared if rng.random() < 0.5]
        mutations = [(rng.choice(sorted(MUTATORS)), rng.randrange(10**6)) for _ in range(rng.choice([0, 0, 1, 2]))]
        rsid = rng.choice(["", f"00{rng.randrange(16**6):06X}"])
        copies.append(CopyRecipe(name, (*taken, *own), tuple(mutations), rsid, rng.random() < 0.7, rng.choice([0, 0, 1])))
    return Case(tuple(drafts.recipe(rng, rng.randint(1, 8))), tuple(copies))


def random_step(rng: random.Random) -> Step:
    names = OFTEN if rng.random() < 0.3 else sorted(OPERATIONS)
    return rng.choice(names), rng.randrange(10**6)


def base_of(case: Case) -> Draft:
    return drafts.built(list(case.draft))


def reviewed(base: Draft, recipe: CopyRecipe) -> Draft:
    """The draft as one agency leaves it."""
    review = Review(base, recipe.agency)
    for name, seed in recipe.steps:
        review.look_at(random.Random(f"where {seed}"))
        OPERATIONS[name](review, random.Random(f"{name} {seed}"))
    review.draft.saved = "2024-03-01T00:00:00Z"
    review.draft.wave = recipe.wave
    return review.draft


def copy_of(base: Draft, recipe: CopyRecipe) -> bytes:
    """The reviewed copy as a file."""
    hand = Hand(recipe.rsid, recipe.para_ids, first_id=random.Random(recipe.agency).randrange(1000))
    file = write(reviewed(base, recipe), hand)
    for name, seed in recipe.mutations:
        file = MUTATORS[name](file, random.Random(f"{name} {seed}"))
    return file


def files(case: Case) -> tuple[bytes, dict[str, bytes]]:
    """The base and the copies by agency."""
    base = base_of(case)
    return write(base), {recipe.agency: copy_of(base, recipe) for recipe in case.copies}
