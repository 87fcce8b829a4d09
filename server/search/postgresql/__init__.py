"""The engine that every deployment has: tokens of our own analysis in PostgreSQL."""
