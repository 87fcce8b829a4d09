"""Accounts in the graph: the viewer, signing in and up, sessions."""
