"""What a group means to do: objectives, work programmes and their outputs, findings, and the global processes it follows.

Words: process, step, expectation, objective, work programme, output, finding.
"""
