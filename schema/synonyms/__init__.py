"""Synonyms in the graph."""
