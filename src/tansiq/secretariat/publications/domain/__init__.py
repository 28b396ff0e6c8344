"""What the secretariat does with editions, language versions and inputs, and what can be asked of them."""
