"""Canonical employers, companies and public bodies, and the names they go by."""
