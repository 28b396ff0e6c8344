"""Stories as streams of characters, and the match of a copy's text before its changes with the base's. No edits, no files."""
