"""People: what members say of themselves, where they were, who confirmed it, and who may see it."""
