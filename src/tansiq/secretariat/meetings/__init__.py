"""Meetings, consultations, workshops and launches: who organizes them, when and where, who takes part, what is agreed.

Words: meeting, organizer, objective of a meeting, agreed outcome, key message, stakeholder group, participation.
"""
