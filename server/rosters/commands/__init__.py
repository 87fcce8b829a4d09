"""Changes to rosters: bringing a list, inviting the people on it, their answers, and what is forgotten."""

from server.rosters.commands.answering import Acceptance, Accepted, accept_invitation, decline_invitation, take_up
from server.rosters.commands.forgetting import forget_lapsed, forget_listed, key_opt_outs, remove_entry
from server.rosters.commands.importing import Bringing, Progress, Reading, import_on_the_command_line, import_roster
from server.rosters.commands.inviting import InvitationLetter, issue_invitation, note_bounce, send_invitations

__all__ = [
    "Acceptance",
    "Accepted",
    "Bringing",
    "InvitationLetter",
    "Progress",
    "Reading",
    "accept_invitation",
    "decline_invitation",
    "forget_lapsed",
    "forget_listed",
    "import_on_the_command_line",
    "import_roster",
    "issue_invitation",
    "key_opt_outs",
    "note_bounce",
    "remove_entry",
    "send_invitations",
    "take_up",
]
