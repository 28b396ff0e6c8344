"""The ledger as JSON, and the ledger inside a consolidated file."""
