"""N reviewed Word files in, one out, nothing lost: a ledger of edits, one consolidated file, a matrix, the next version.

Plain Python on lxml, usable from the command line and as a library. It never fetches anything a file points to, never reads the
clock, and the order of the copies never changes the result.
"""

from tansiq.engines.redline.consolidate import Consolidation, consolidate
from tansiq.engines.redline.view import view

__all__ = ["Consolidation", "consolidate", "view"]
