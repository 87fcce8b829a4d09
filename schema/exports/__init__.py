"""Exports in the graph: asking for one's own data, and how far the file is."""
