"""Search, a part of the floor: the engine port, the Japanese analysis and the engines; it knows no noun."""
