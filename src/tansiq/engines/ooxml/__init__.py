"""The Word package: safe reading, parts, relationships, names, revisions. Shared by redline and press; knows nothing of either."""
