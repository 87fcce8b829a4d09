"""Alumni groups: whose alumni, who belongs, and who has a standing role."""
