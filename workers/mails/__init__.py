"""Mails: their addresses into the site, their look, and how the texts of the catalogues become a mail with two bodies."""
