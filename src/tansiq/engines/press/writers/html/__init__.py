"""The HTML writer: one accessible page that also prints, or its body alone for a page that embeds it."""

from tansiq.engines.press.writers.html.page import html_body, write_html

__all__ = ["html_body", "write_html"]
