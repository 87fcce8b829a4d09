"""Rosters: the list of people that a group's operator really has, and the invitations that follow from it."""
