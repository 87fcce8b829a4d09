"""Standing queries in the graph."""
