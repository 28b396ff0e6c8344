"""Decisions that a group or mechanism is asked to take, and what became of them.

Words: decision requested, decision, rule, the body asked.
"""
