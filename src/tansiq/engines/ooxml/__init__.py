"""The Word package: safe reading, parts, relationships, names, revisions. Shared by redline and press; knows nothing of either."""

from tansiq.engines.ooxml.errors import OoxmlError, PackageRefused
from tansiq.engines.ooxml.limits import LIMITS, Limits
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.relationships import Relationship
from tansiq.engines.ooxml.stripped import Stripped, What

__all__ = ["LIMITS", "Limits", "OoxmlError", "Package", "PackageRefused", "Relationship", "Stripped", "What", "read_package"]
