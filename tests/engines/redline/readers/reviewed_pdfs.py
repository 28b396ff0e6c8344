"""Annotated PDFs for tests: pages of text, and marks on words of them as reviewers' programs write them."""

import pymupdf

MARGIN, TOP, LEADING = 72, 72, 18
AS_PRINTED = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES
"""Without joining words broken at the end of a line: the search then answers places a letter off."""


class Reviewed:
    """Pages of lines in Helvetica; marks are found by the words they stand on. `save` gives the file."""

    def __init__(self, *pages):
        self.document = pymupdf.open()
        for lines in pages:
            page = self.document.new_page()
            for number, line in enumerate(lines):
                page.insert_text((MARGIN, TOP + number * LEADING), line, fontsize=11)
        self.pages = list(self.document)               # kept, as an annotation does not keep its page

    def boxes(self, page, *words):
        """The quads of words, each found once on the page."""
        return [quad for each in words for quad in self.pages[page - 1].search_for(each, quads=True, flags=AS_PRINTED)[:1]]

    def mark(self, page, kind, *words, **said):
        """A highlight, underline, squiggly or strikeout over words."""
        annotation = getattr(self.pages[page - 1], f"add_{kind}_annot")(self.boxes(page, *words))
        return self._said(annotation, **said)

    def note(self, page, text, across=20, down=TOP - 10, **said):
        return self._said(self.pages[page - 1].add_text_annot((across, down), text), **said)

    def caret(self, page, after, text="", **said):
        """An insertion mark behind words."""
        rect = self.boxes(page, after)[0].rect
        annotation = self.pages[page - 1].add_caret_annot((rect.x1 - 4, rect.y1 - 6))
        annotation.set_rect(pymupdf.Rect(rect.x1 - 3, rect.y1 - 6, rect.x1 + 3, rect.y1))
        return self._said(annotation, text=text, **said)

    def box(self, page, text, down, **said):
        return self._said(self.pages[page - 1].add_freetext_annot(pymupdf.Rect(400, down - 10, 560, down + 10), text), **said)

    def ink(self, page, **said):
        return self._said(self.pages[page - 1].add_ink_annot([[(80, 80), (120, 90), (90, 100)]]), **said)

    def attach(self, page, name):
        return self.pages[page - 1].add_file_annot((300, 300), b"x", name).xref

    def reply(self, page, to, text, group=False, state=None, **said):
        xref = self.note(page, text, **said)
        self.document.xref_set_key(xref, "IRT", f"{to} 0 R")
        if group:
            self.group(xref, to)
        if state:
            self.document.xref_set_key(xref, "StateModel", "(Review)")
            self.document.xref_set_key(xref, "State", f"({state})")
        return xref

    def group(self, xref, with_):
        self.document.xref_set_key(xref, "IRT", f"{with_} 0 R")
        self.document.xref_set_key(xref, "RT", "/Group")

    def save(self, **options):
        return self.document.tobytes(**options)

    def _said(self, annotation, text="", person="Reviewer A", date="D:20180312101500+02'00'"):
        annotation.set_info(content=text or annotation.info["content"], title=person)
        annotation.update()
        for entry in ("M", "CreationDate"):
            self.document.xref_set_key(annotation.xref, entry, f"({date})" if date else "null")
        return annotation.xref
