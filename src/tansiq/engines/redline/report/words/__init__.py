"""The words of the matrix and of the responses in English, Arabic and French, and what a word that people wrote means."""

from tansiq.engines.redline.report.words.languages import LANGUAGES, words_of
from tansiq.engines.redline.report.words.meaning import category_meant, columns_meant, decision_meant, status_meant
from tansiq.engines.redline.report.words.shape import Words

__all__ = ["LANGUAGES", "Words", "category_meant", "columns_meant", "decision_meant", "status_meant", "words_of"]
