"""Exploring the statements of a store: facets, speakers, timelines, matrices, exchanges, maps. Knows no page."""
