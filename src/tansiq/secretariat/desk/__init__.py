"""The desk: what waits for the person who signed in, what is late, what happened this week, over all her groups.

It keeps nothing of its own. Every app below brings its items through the registry of record/desk.py.
"""
