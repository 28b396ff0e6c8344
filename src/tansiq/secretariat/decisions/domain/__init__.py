"""What the secretariat does with decisions, and what can be asked of them."""
