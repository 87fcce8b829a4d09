"""Alumni groups in the graph."""
