"""The invented world of the demo: what is in it is decided here, and nobody in it exists."""
