"""The rows of the programme."""

from tansiq.secretariat.programme.models.objectives import Finding, FindingTerm, Objective, ObjectiveTerm
from tansiq.secretariat.programme.models.outputs import (
    Output,
    OutputParty,
    OutputPoint,
    OutputPointTerm,
    OutputTerm,
    WorkProgramme,
    WorkProgrammeTerm,
)
from tansiq.secretariat.programme.models.processes import FollowedProcess, Process, ProcessName, Step, StepExpectation, StepName

__all__ = [
    "Finding",
    "FindingTerm",
    "FollowedProcess",
    "Objective",
    "ObjectiveTerm",
    "Output",
    "OutputParty",
    "OutputPoint",
    "OutputPointTerm",
    "OutputTerm",
    "Process",
    "ProcessName",
    "Step",
    "StepExpectation",
    "StepName",
    "WorkProgramme",
    "WorkProgrammeTerm",
]
