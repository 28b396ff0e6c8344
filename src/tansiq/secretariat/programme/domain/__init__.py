"""What the secretariat does with processes, programmes, objectives and findings, and what can be asked of them."""
