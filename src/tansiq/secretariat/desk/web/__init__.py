"""The page of the desk."""
