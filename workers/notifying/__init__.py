"""How members learn of what concerns them: notices on their page, and few, kind mails."""
