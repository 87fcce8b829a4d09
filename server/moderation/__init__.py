"""Moderation: reports, and what operators and stewards decide about them."""
