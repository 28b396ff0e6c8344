"""How the desk is asked."""
