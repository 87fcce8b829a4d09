"""Which sheets an export has, where each comes from, and which of its columns a spreadsheet shows."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from server.exports.reads import account, careers, lists, posts, profile, saved, talks, ties, told
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor
from server.kit.db import Session

Rows: TypeAlias = Callable[[Session, Actor, Others], AsyncGenerator[Row]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of things: json/<name>.json with everything, and csv/<name>.csv with its columns, where there are any."""

    name: str
    rows: Rows
    columns: tuple[str, ...] = ()


_DECIDED: Final = ("decision", "decisionReason", "decidedAt")
_RESPONSE: Final = ("note", "state", "respondedAt", "authorAgreedAt", "responderAgreedAt", "conversation")

# In the order in which the README explains them.
SHEETS: Final = (
    Sheet("account", account.account),
    Sheet("sign_ins", account.sign_ins, ("device", "method", "secondFactorAt", "signedInAt", "lastSeenAt", "expiresAt", "endedAt")),
    Sheet("profile", profile.profile),
    Sheet(
        "affiliations",
        careers.affiliations,
        ("company", "startedOn", "endedOn", "department", "title", "verification", "state", "declaredAt"),
    ),
    Sheet("words_given", careers.words_given, ("person", "company", "startedOn", "endedOn", "statement", "state", "at", "endedAt")),
    Sheet("groups", careers.groups, ("group", "state", "since", "role", "roleSince")),
    Sheet("applications", careers.applications, ("group", "state", "appliedAt", "decidedAt", "reason")),
    Sheet("proposals", careers.proposals, ("group", "state", "at", "note", "decidedAt", "reason")),
    Sheet("lists", lists.lists, ("group", "name", "company", "startedOn", "endedOn", "department", "title", "state", "at")),
    Sheet("exclusions", ties.exclusions, ("company", "person", "since")),
    Sheet("blocks", ties.blocks, ("person", "since")),
    Sheet("connections", ties.connections, ("person", "since")),
    Sheet("connection_requests", ties.connection_requests, ("sent", "person", "note", "state", "at", "decidedAt")),
    Sheet(
        "posts",
        posts.posts,
        (
            *("title", "kind", "direction", "body", "place", "remote", "audience", "onBehalfOf", "skills"),
            *("postedAt", "editedAt", "lastDay", "closedAt", "closeReason", "hiddenAt", "hiddenReason"),
        ),
    ),
    Sheet("responses_received", posts.responses_received, ("post", "person", "label", *_RESPONSE)),
    Sheet("responses_sent", posts.responses_sent, ("post", "withoutName", *_RESPONSE)),
    Sheet("saved_searches", saved.saved_searches, ("search", "words", "channel", "savedAt", "pausedAt")),
    Sheet("conversations", talks.conversations, ("conversation", "with", "post", "messages", "startedAt", "endedAt")),
    Sheet("messages", talks.messages, ("conversation", "number", "sentAt", "mine", "person", "body")),
    Sheet("notices", told.notices, ("what", "about", "at", "readAt")),
    Sheet("reports", told.reports, ("what", "person", "group", "reason", "note", "excerpt", "filedAt", *_DECIDED)),
    Sheet("decisions", told.decisions, ("at", "action", "what", "right", "group", "reason")),
)
