"""Moderation in the graph: reports, the operators' queue, and what is decided."""
