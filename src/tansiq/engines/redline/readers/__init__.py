"""What comes back from agencies, read into edits and comments in coordinates of the base: Word copies, spreadsheets, PDF, mail."""
