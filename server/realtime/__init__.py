"""Realtime: following the log without losing or leaking anything, and the socket protocol that carries it."""
