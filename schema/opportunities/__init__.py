"""Opportunities and the responses to them in the graph."""
