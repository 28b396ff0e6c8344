"""Weave edits into the base's own XML: its runs are cut and wrapped, never rebuilt; what nobody touched stays as it was."""

from tansiq.engines.redline.merge.weave.weave import Woven, weave

__all__ = ["Woven", "weave"]
