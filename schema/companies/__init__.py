"""Companies in the graph."""
