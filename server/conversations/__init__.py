"""Conversations between members: who takes part, what was said, what was read."""
