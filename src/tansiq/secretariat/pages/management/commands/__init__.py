"""Commands for those who translate the pages."""
