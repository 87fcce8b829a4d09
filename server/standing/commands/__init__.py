"""Changes of standing queries: saving, pausing and removing them, what met them, and who was told."""

from server.standing.commands.companies import move_company
from server.standing.commands.filling import Filling, PeopleDraft, Saved
from server.standing.commands.following import follow_skills
from server.standing.commands.keeping import keep_anew
from server.standing.commands.matching import forget_ended, note_looked, note_matches, note_told
from server.standing.commands.refusing import refuse_standing_mail, standing_mail_refusal
from server.standing.commands.saving import (
    StandingDraft,
    edit_people_query,
    edit_standing_query,
    note_known,
    pause_standing_query,
    remove_standing_query,
    resume_standing_query,
    save_people_query,
    save_standing_query,
)

__all__ = [
    "Filling",
    "PeopleDraft",
    "Saved",
    "StandingDraft",
    "edit_people_query",
    "edit_standing_query",
    "follow_skills",
    "forget_ended",
    "keep_anew",
    "move_company",
    "note_known",
    "note_looked",
    "note_matches",
    "note_told",
    "pause_standing_query",
    "refuse_standing_mail",
    "remove_standing_query",
    "resume_standing_query",
    "save_people_query",
    "save_standing_query",
    "standing_mail_refusal",
]
