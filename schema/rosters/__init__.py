"""Rosters in the graph: a group's list as who runs it sees it, and invitations as those see them who were invited."""
