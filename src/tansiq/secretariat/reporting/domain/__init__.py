"""Composes progress reports: messages and record nodes, one module a section."""
