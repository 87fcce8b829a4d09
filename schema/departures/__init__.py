"""Departures in the graph: leaving the platform, and staying."""
