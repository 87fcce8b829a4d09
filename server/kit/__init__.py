"""The floor: what every slice stands on, and what knows no noun."""
