"""What the tests of reporting share: the example of 2017."""

from tests.example import DAY, EXAMPLE, IMPORTED, LATER, example, imported_example

__all__ = ["DAY", "EXAMPLE", "IMPORTED", "LATER", "example", "imported_example"]
