"""What the tests of the site share: the example of 2017, and browsers for every role."""

from tests.clients import (
    co_chair_client,
    contact_client,
    ground,
    mechanism_client,
    newcomer_client,
    officer_client,
    outsider_client,
    stranger_client,
)
from tests.example import DAY, EXAMPLE, IMPORTED, LATER, example, imported_example

__all__ = [
    "DAY",
    "EXAMPLE",
    "IMPORTED",
    "LATER",
    "co_chair_client",
    "contact_client",
    "example",
    "ground",
    "imported_example",
    "mechanism_client",
    "newcomer_client",
    "officer_client",
    "outsider_client",
    "stranger_client",
]
