"""The Django site: settings, addresses, static files."""
