"""N reviewed Word files in, one out, nothing lost: reviewed copies to a ledger of edits, one consolidated file, a matrix and the next version.

Plain Python on lxml, usable from the command line and as a library. It never fetches anything a file points to, never reads the
clock, and the order of the copies never changes the result.
"""
