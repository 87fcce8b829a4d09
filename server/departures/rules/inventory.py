"""Every table, and what erasing a member does to it: a table without a line here fails the build."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Fate(Enum):
    """What erasing a member does to a table."""

    # The foreign key deletes its rows together with the account, or with a row that does.
    GOES = "goes"
    # A command deletes or empties what is the member's; what others wrote stays and refers to nobody.
    CLEARED = "cleared"
    # Rows stay, and their reference to the member becomes null.
    UNNAMED = "unnamed"
    # It holds nothing of a member.
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A table's line. `member` are its columns that refer to members; `because` says what stays and why, or why nothing is there."""

    fate: Fate
    member: tuple[str, ...] = ()
    because: str = ""


_DERIVED: Final = "made from the other tables"
_OTHERS: Final = "a description that belongs to nobody"

INVENTORY: Final[dict[str, Kept]] = {
    # accounts
    "member": Kept(fate=Fate.CLEARED),
    "session": Kept(fate=Fate.GOES, member=("member_id",)),
    "sign_in_request": Kept(fate=Fate.CLEARED, because="what waits for a mail to their address goes"),
    "identity": Kept(fate=Fate.GOES, member=("member_id",)),
    "oidc_request": Kept(fate=Fate.CLEARED, because="what waits for an answer with their address goes"),
    "passkey": Kept(fate=Fate.GOES, member=("member_id",)),
    "passkey_challenge": Kept(fate=Fate.GOES, member=("member_id",)),
    "totp": Kept(fate=Fate.GOES, member=("member_id",)),
    "recovery_code": Kept(fate=Fate.GOES, member=("member_id",)),
    "email_change": Kept(fate=Fate.GOES, member=("member_id",)),
    "departure": Kept(fate=Fate.GOES, member=("member_id",)),
    # audit
    "audit_pseudonym": Kept(fate=Fate.GOES, member=("member_id",), because="then nothing leads from the trail to the member"),
    "audit_entry": Kept(fate=Fate.CLEARED, because="offices' decisions, under pseudonyms that lead to nobody once the account is gone"),
    # companies
    "company": Kept(fate=Fate.CLEARED, because="a proposed one that only the member named goes; the others belong to nobody"),
    "company_name": Kept(fate=Fate.GOES, because=_OTHERS),
    "company_succession": Kept(fate=Fate.NOBODY, because=_OTHERS),
    "company_kin": Kept(fate=Fate.NOBODY, because=_OTHERS),
    "company_proposal": Kept(fate=Fate.GOES, member=("member_id",), because="the company stays where others were there too"),
    "company_merged": Kept(fate=Fate.NOBODY, because=_OTHERS),
    # groups
    "alumni_group": Kept(fate=Fate.NOBODY, because=_OTHERS),
    "group_company": Kept(fate=Fate.NOBODY, because=_OTHERS),
    "group_membership": Kept(fate=Fate.GOES, member=("member_id",)),
    "group_role": Kept(fate=Fate.GOES, member=("member_id",)),
    # people
    "profile": Kept(fate=Fate.GOES, member=("member_id",)),
    "present_employer": Kept(fate=Fate.GOES, member=("member_id",)),
    "profile_circle": Kept(fate=Fate.GOES, member=("member_id",)),
    "skill": Kept(fate=Fate.CLEARED, because="one that only the member named goes"),
    "skill_synonym": Kept(fate=Fate.NOBODY, because="well-known names, from data"),
    "dismissed_step": Kept(fate=Fate.GOES, member=("member_id",)),
    "member_skill": Kept(fate=Fate.GOES, member=("member_id",)),
    "affiliation": Kept(fate=Fate.GOES, member=("member_id",)),
    "affiliation_review": Kept(fate=Fate.UNNAMED, member=("decided_by",), because="what an office decided about somebody else stays"),
    "vouch": Kept(fate=Fate.UNNAMED, member=("voucher_id",), because="that a colleague confirmed it stays; what they stated goes"),
    "confirmation_request": Kept(fate=Fate.GOES),
    "block": Kept(fate=Fate.GOES, member=("blocker_id", "blocked_id")),
    "exclusion": Kept(fate=Fate.GOES, member=("member_id", "other_id")),
    "connection": Kept(fate=Fate.GOES, member=("member_id", "other_id")),
    "connection_request": Kept(fate=Fate.GOES, member=("from_id", "to_id")),
    # conversations
    "conversation": Kept(fate=Fate.CLEARED),
    "participant": Kept(fate=Fate.CLEARED, member=("member_id",)),
    "message": Kept(fate=Fate.CLEARED, member=("author_id",)),
    # opportunities
    "opportunity": Kept(fate=Fate.CLEARED, member=("author_id",)),
    "opportunity_group": Kept(fate=Fate.CLEARED),
    "opportunity_exclusion": Kept(fate=Fate.GOES, member=("other_id",)),
    "opportunity_skill": Kept(fate=Fate.CLEARED),
    "opportunity_terms": Kept(fate=Fate.CLEARED),
    "response": Kept(fate=Fate.CLEARED, member=("responder_id",)),
    "response_label": Kept(fate=Fate.GOES),
    "response_circle": Kept(fate=Fate.GOES, member=("member_id",)),
    # moderation, notifications
    "report": Kept(fate=Fate.UNNAMED, member=("reporter_id", "about_member_id", "decided_by")),
    "notice": Kept(fate=Fate.GOES, member=("member_id",)),
    "sent_mail": Kept(fate=Fate.CLEARED, because="keys that keep a mail from being sent twice"),
    # search
    "search_documents": Kept(fate=Fate.CLEARED, because=_DERIVED),
    "search_words": Kept(fate=Fate.CLEARED, because=_DERIVED),
    # the floor
    "stream": Kept(fate=Fate.CLEARED, because=_DERIVED),
    "event": Kept(fate=Fate.CLEARED, because=_DERIVED),
    "outbox_mail": Kept(fate=Fate.CLEARED, because="only the demo keeps mails"),
    "mutation_outcome": Kept(fate=Fate.CLEARED, because="kept for two days, so that nothing is done twice"),
    # the queue, whose tables are pgqueuer's own
    "pgqueuer": Kept(fate=Fate.CLEARED, because=_DERIVED),
    "pgqueuer_log": Kept(fate=Fate.CLEARED, because=_DERIVED),
    "pgqueuer_schedules": Kept(fate=Fate.NOBODY, because="names of jobs"),
    "pgqueuer_statistics": Kept(fate=Fate.NOBODY, because="numbers of jobs"),
}
