"""Noun phrases that name a source: where they begin and end, and what they are made of."""
