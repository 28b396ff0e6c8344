"""How large a file may be before it is refused: one table for every caller."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, unpacked unless said otherwise. `ratio` (unpacked to packed) counts only above `ratio_from` bytes unpacked.

    `elements` and `equal_signs` (an upper bound of the attributes) count in one XML part, `elements_in_all` over all of them.
    `namespaces` counts those declared at one place and around it; `relations` over all parts; `content_types` the lines about them.
    The depth of nesting has no field: without its option `huge_tree` libxml2 itself stops at 256 elements.
    """

    file: int = 200 * MEGABYTE
    entries: int = 2_000
    total: int = 200 * MEGABYTE
    xml_part: int = 64 * MEGABYTE
    ratio: int = 200
    ratio_from: int = 20 * MEGABYTE
    elements: int = 2_000_000
    elements_in_all: int = 4_000_000
    equal_signs: int = 3_000_000
    namespaces: int = 1_000
    relations: int = 50_000
    content_types: int = 10_000
    name_length: int = 512


LIMITS = Limits()
