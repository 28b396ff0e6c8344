"""The rows of publications."""

from tansiq.secretariat.publications.models.editions import (
    Edition,
    EditionGroup,
    EditionName,
    EditionParty,
    EditionTerm,
    LanguageVersion,
    OutputEdition,
    Series,
    SeriesName,
    StageExpectation,
)
from tansiq.secretariat.publications.models.inputs import Input

__all__ = [
    "Edition",
    "EditionGroup",
    "EditionName",
    "EditionParty",
    "EditionTerm",
    "Input",
    "LanguageVersion",
    "OutputEdition",
    "Series",
    "SeriesName",
    "StageExpectation",
]
