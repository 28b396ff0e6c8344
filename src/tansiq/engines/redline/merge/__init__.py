"""Edits of all agencies on one base: their ids and order, who agrees, what excludes what, and all of them woven into one file."""
