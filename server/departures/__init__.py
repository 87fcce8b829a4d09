"""Leaving the platform (退会): for fourteen days it can be taken back, then everything of the member is erased."""
