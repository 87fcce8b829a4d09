"""A copy of one's own data: asked for, made by a job, kept for a week in pieces, and gone with its member."""
