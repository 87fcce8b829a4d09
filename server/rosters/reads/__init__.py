"""What is asked about rosters: what a file would bring, who stands on a group's list, and what an invitation says."""

from server.rosters.reads.lists import (
    Invitation,
    entries_of,
    entry_counts,
    invitation_by_token,
    invitations_left,
    rosters_of,
    sent_lately,
)
from server.rosters.reads.previewing import Preview, bad_rows, judge_of, next_rows, preview
from server.rosters.reads.rights import running_role
from server.rosters.reads.standing import email_hash, listed_among, standing_of
from server.rosters.reads.telling import Reason, cells_of, reasons_of, rejects

__all__ = [
    "Invitation",
    "Preview",
    "Reason",
    "bad_rows",
    "cells_of",
    "email_hash",
    "entries_of",
    "entry_counts",
    "invitation_by_token",
    "invitations_left",
    "judge_of",
    "listed_among",
    "next_rows",
    "preview",
    "reasons_of",
    "rejects",
    "rosters_of",
    "running_role",
    "sent_lately",
    "standing_of",
]
