"""Notifications: notices of what happened to a member's own things, and which mails have gone out."""
