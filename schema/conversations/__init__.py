"""Conversations in the graph."""
