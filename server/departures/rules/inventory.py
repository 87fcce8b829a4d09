"""Every table, what erasing a member does to it, and where it stands in an export: a table without a line here fails the build."""

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
    """A table's line. `member` are its columns that refer to members; `because` says what stays and why, or why nothing is there.

    `exported` are the sheets of a member's export in which what is theirs of it stands; `apart` says why it stands in none.
    """

    fate: Fate
    member: tuple[str, ...] = ()
    because: str = ""
    exported: tuple[str, ...] = ()
    apart: str = ""


_DERIVED: Final = "made from the other tables"
_OTHERS: Final = "a description that belongs to nobody"
_ITSELF: Final = "the file itself"
_NO: Final = "a hash that says no to invitations, and to nobody whose it is"
_BRIEF: Final = "kept for minutes or days, and of no use but to whoever would act as the member"

INVENTORY: Final[dict[str, Kept]] = {
    # accounts
    "member": Kept(fate=Fate.CLEARED, exported=("account",)),
    "session": Kept(fate=Fate.GOES, member=("member_id",), exported=("sign_ins",)),
    "sign_in_request": Kept(fate=Fate.CLEARED, because="what waits for a mail to their address goes", apart=_BRIEF),
    "identity": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    "oidc_request": Kept(fate=Fate.CLEARED, because="what waits for an answer with their address goes", apart=_BRIEF),
    "passkey": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    "passkey_challenge": Kept(fate=Fate.GOES, member=("member_id",), apart=_BRIEF),
    "totp": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    "recovery_code": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    "email_change": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    "departure": Kept(fate=Fate.GOES, member=("member_id",), exported=("account",)),
    # audit
    "audit_pseudonym": Kept(
        fate=Fate.GOES,
        member=("member_id",),
        because="then nothing leads from the trail to the member",
        apart="it would lead from the trail to the member",
    ),
    "audit_entry": Kept(
        fate=Fate.CLEARED,
        because="offices' decisions, under pseudonyms that lead to nobody once the account is gone",
        exported=("decisions",),
    ),
    # companies
    "company": Kept(
        fate=Fate.CLEARED, because="a proposed one that only the member named goes; the others belong to nobody", apart=_OTHERS
    ),
    "company_name": Kept(fate=Fate.GOES, because=_OTHERS, apart=_OTHERS),
    "company_succession": Kept(fate=Fate.NOBODY, because=_OTHERS, apart=_OTHERS),
    "company_kin": Kept(fate=Fate.NOBODY, because=_OTHERS, apart=_OTHERS),
    "company_proposal": Kept(
        fate=Fate.GOES, member=("member_id",), because="the company stays where others were there too", exported=("profile",)
    ),
    "company_merged": Kept(fate=Fate.NOBODY, because=_OTHERS, apart=_OTHERS),
    # groups
    "alumni_group": Kept(fate=Fate.CLEARED, because="what was only proposed goes with who proposed it", exported=("proposals",)),
    "group_company": Kept(fate=Fate.NOBODY, because=_OTHERS, apart=_OTHERS),
    "group_proposal": Kept(
        fate=Fate.CLEARED, member=("member_id",), because="an admitted group goes on without who proposed it", exported=("proposals",)
    ),
    "group_membership": Kept(fate=Fate.GOES, member=("member_id",), exported=("groups",)),
    "join_link": Kept(
        fate=Fate.UNNAMED, member=("made_by",), because="it is the group's, and goes on bringing its people", apart="it is the group's"
    ),
    "group_application": Kept(fate=Fate.GOES, member=("member_id",), exported=("applications",)),
    "application_message": Kept(fate=Fate.GOES, exported=("applications",)),
    "group_role": Kept(fate=Fate.GOES, member=("member_id",), exported=("groups",)),
    # people
    "profile": Kept(fate=Fate.GOES, member=("member_id",), exported=("profile",)),
    "present_employer": Kept(fate=Fate.GOES, member=("member_id",), exported=("profile",)),
    "profile_circle": Kept(fate=Fate.GOES, member=("member_id",), exported=("profile",)),
    "skill": Kept(fate=Fate.CLEARED, because="one that only the member named goes", apart=_OTHERS),
    "skill_synonym": Kept(fate=Fate.NOBODY, because="well-known names, from data", apart=_OTHERS),
    "dismissed_step": Kept(fate=Fate.GOES, member=("member_id",), exported=("profile",)),
    "member_skill": Kept(fate=Fate.GOES, member=("member_id",), exported=("profile",)),
    "affiliation": Kept(fate=Fate.GOES, member=("member_id",), exported=("affiliations",)),
    "affiliation_review": Kept(
        fate=Fate.UNNAMED, member=("decided_by",), because="what an office decided about somebody else stays", exported=("affiliations",)
    ),
    "vouch": Kept(
        fate=Fate.UNNAMED,
        member=("voucher_id",),
        because="that a colleague confirmed it stays; what they stated goes",
        exported=(
            "affiliations",
            "words_given",
        ),
    ),
    "confirmation_request": Kept(fate=Fate.GOES, exported=("affiliations",)),
    "block": Kept(fate=Fate.GOES, member=("blocker_id", "blocked_id"), exported=("blocks",)),
    "exclusion": Kept(fate=Fate.GOES, member=("member_id", "other_id"), exported=("exclusions",)),
    "connection": Kept(fate=Fate.GOES, member=("member_id", "other_id"), exported=("connections",)),
    "connection_request": Kept(fate=Fate.GOES, member=("from_id", "to_id"), exported=("connection_requests",)),
    # conversations
    "conversation": Kept(fate=Fate.CLEARED, exported=("conversations",)),
    "participant": Kept(fate=Fate.CLEARED, member=("member_id",), exported=("conversations",)),
    "message": Kept(fate=Fate.CLEARED, member=("author_id",), exported=("messages",)),
    # opportunities
    "opportunity": Kept(fate=Fate.CLEARED, member=("author_id",), exported=("posts",)),
    "opportunity_group": Kept(fate=Fate.CLEARED, exported=("posts",)),
    "opportunity_exclusion": Kept(fate=Fate.GOES, member=("other_id",), exported=("posts",)),
    "opportunity_skill": Kept(fate=Fate.CLEARED, exported=("posts",)),
    "opportunity_terms": Kept(fate=Fate.CLEARED, exported=("posts",)),
    "response": Kept(
        fate=Fate.CLEARED,
        member=("responder_id",),
        exported=(
            "responses_received",
            "responses_sent",
        ),
    ),
    "response_label": Kept(
        fate=Fate.GOES,
        exported=(
            "responses_received",
            "responses_sent",
        ),
    ),
    "response_circle": Kept(fate=Fate.GOES, member=("member_id",), apart="it would tell of whom else a label is true"),
    # synonyms
    "synonym": Kept(fate=Fate.NOBODY, because="words, and who wrote them stands in the audit trail alone", apart=_OTHERS),
    "synonym_state": Kept(fate=Fate.NOBODY, because="a number", apart=_OTHERS),
    # standing queries
    "standing_query": Kept(fate=Fate.GOES, member=("member_id",), exported=("saved_searches",)),
    "standing_term": Kept(fate=Fate.GOES, because=_DERIVED, apart=_DERIVED),
    "standing_match": Kept(fate=Fate.GOES, because="it goes with the search, or with the post", apart=_DERIVED),
    # exports
    "export": Kept(fate=Fate.GOES, member=("member_id",), apart=_ITSELF),
    "export_piece": Kept(fate=Fate.GOES, apart=_ITSELF),
    "export_person": Kept(fate=Fate.GOES, member=("member_id",), because="files that hold their words are withdrawn", apart=_ITSELF),
    # rosters
    "roster": Kept(
        fate=Fate.UNNAMED,
        member=("imported_by",),
        because="on which ground people were written to stays, as the group's record",
        exported=("decisions",),
    ),
    "roster_entry": Kept(fate=Fate.CLEARED, member=("member_id",), because="what lists say of their address goes", exported=("lists",)),
    "invitation_batch": Kept(fate=Fate.NOBODY, because="numbers of mails", apart="numbers of mails"),
    "invitation_opt_out": Kept(fate=Fate.NOBODY, because=_NO, apart=_NO),
    # moderation, notifications
    "report": Kept(fate=Fate.UNNAMED, member=("reporter_id", "about_member_id", "decided_by"), exported=("reports",)),
    "notice": Kept(fate=Fate.GOES, member=("member_id",), exported=("notices",)),
    "sent_mail": Kept(fate=Fate.CLEARED, because="keys that keep a mail from being sent twice", apart=_BRIEF),
    # search
    "search_documents": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "search_words": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "search_notes": Kept(fate=Fate.CLEARED, because="taken off within a moment, once the search engine was told", apart=_BRIEF),
    "search_builds": Kept(fate=Fate.NOBODY, because="how far an index is", apart="how far an index is"),
    # the floor
    "stream": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "event": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "outbox_mail": Kept(fate=Fate.CLEARED, because="only the demo keeps mails", apart="only the demo keeps mails"),
    "mutation_outcome": Kept(fate=Fate.CLEARED, because="kept for two days, so that nothing is done twice", apart=_BRIEF),
    # the queue, whose tables are pgqueuer's own
    "pgqueuer": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "pgqueuer_log": Kept(fate=Fate.CLEARED, because=_DERIVED, apart=_DERIVED),
    "pgqueuer_schedules": Kept(fate=Fate.NOBODY, because="names of jobs", apart="names of jobs"),
    "pgqueuer_statistics": Kept(fate=Fate.NOBODY, because="numbers of jobs", apart="numbers of jobs"),
}
