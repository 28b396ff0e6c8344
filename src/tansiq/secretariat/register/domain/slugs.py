"""Makes slugs for identities that people name on a page: readable where a name has Latin letters, numbered where it has none."""

import re
import unicodedata

from tansiq.secretariat.record.models import Identity, kind_of

LONGEST = 60


def new_slug(model: type[Identity], *texts: str) -> str:
    """A slug that no row of the kind has: from the first text with Latin letters or digits, else the kind's own word with a number."""
    stem = next((slug for slug in map(slug_of, texts) if slug), "")
    if stem and not model._default_manager.filter(slug=stem).exists():
        return stem
    stem = stem or kind_of(model).rsplit("/", 1)[1]
    taken = set(model._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True))
    number = 2 if stem in taken else 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def slug_of(text: str) -> str:
    """A text as a slug, accents taken off; "" when nothing of it is Latin."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:LONGEST].rstrip("-")
