"""What the secretariat does with meetings, and what can be asked of them."""
