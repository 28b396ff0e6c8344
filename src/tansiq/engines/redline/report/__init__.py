"""What people read and decide on: the matrix, the dispositions read back from it, the responses, the pages of the circulated file.

Made from the ledger alone (pages also from the base), so that `apply` may stand above it.
"""
