"""The Word writer: WordprocessingML by our own hand, over lxml and a small package layer."""

from tansiq.engines.press.writers.docx.writer import write_docx

__all__ = ["write_docx"]
