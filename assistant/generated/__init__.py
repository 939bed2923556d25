"""Answers that a language model writes over the evidence, verified before they count (docs/models.md)."""
