"""What the record does: logs, moves rows through their lifecycles, writes terms, keeps evidence, forgets on request."""
