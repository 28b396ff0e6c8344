"""What the secretariat does with the register, and how the register is asked. Verbs are keyword-only and atomic."""
