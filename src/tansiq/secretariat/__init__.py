"""The Django apps of the secretariat, one per word of the field."""
