"""The document tree to PDF/UA-1: plan (what the template draws), Typst, bytes. The look is in template.typ."""

from tansiq.engines.press.writers.pdf.compile import write_pdf

__all__ = ["write_pdf"]
