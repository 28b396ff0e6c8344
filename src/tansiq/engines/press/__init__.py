"""One document tree to Word, HTML and PDF in English, Arabic and French."""
