"""Reporting: sessions of a mechanism, reporting cycles, and progress reports composed from the record."""
