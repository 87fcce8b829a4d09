"""Notices in the graph."""
