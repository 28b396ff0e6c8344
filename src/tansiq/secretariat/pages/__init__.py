"""The shared HTTP side: policy, as-of fields, template tags, base templates. No models, no words of the field."""
