"""Identity: UUIDv7 keys made in Python, a NewType for each noun, and the opaque global ids of the graph."""

import base64
import binascii
import secrets
import time
from typing import Final, NewType
from uuid import UUID

MemberId = NewType("MemberId", UUID)
SessionId = NewType("SessionId", UUID)
SignInRequestId = NewType("SignInRequestId", UUID)
IdentityId = NewType("IdentityId", UUID)
OidcRequestId = NewType("OidcRequestId", UUID)
PasskeyId = NewType("PasskeyId", UUID)
EmailChangeId = NewType("EmailChangeId", UUID)
CompanyId = NewType("CompanyId", UUID)
GroupId = NewType("GroupId", UUID)
JoinLinkId = NewType("JoinLinkId", UUID)
ApplicationId = NewType("ApplicationId", UUID)
AffiliationId = NewType("AffiliationId", UUID)
VouchId = NewType("VouchId", UUID)
ConfirmationRequestId = NewType("ConfirmationRequestId", UUID)
SkillId = NewType("SkillId", UUID)
OpportunityId = NewType("OpportunityId", UUID)
ResponseId = NewType("ResponseId", UUID)
ConversationId = NewType("ConversationId", UUID)
MessageId = NewType("MessageId", UUID)
ReportId = NewType("ReportId", UUID)
NoticeId = NewType("NoticeId", UUID)
ExportId = NewType("ExportId", UUID)
RosterId = NewType("RosterId", UUID)
RosterEntryId = NewType("RosterEntryId", UUID)
StandingQueryId = NewType("StandingQueryId", UUID)
SynonymId = NewType("SynonymId", UUID)

# One letter stands for the type inside a global id; letters are never given to another type later.
_TAGS: Final = {
    "Person": b"p",
    "Viewer": b"v",
    "Session": b"s",
    "Identity": b"i",
    "Passkey": b"y",
    "Company": b"c",
    "AlumniGroup": b"g",
    "Affiliation": b"a",
    "Skill": b"k",
    "Opportunity": b"o",
    "Response": b"r",
    "Conversation": b"t",
    "Message": b"m",
    "Report": b"x",
    "Notice": b"n",
    "Vouch": b"w",
    "ConfirmationRequest": b"q",
    "Export": b"e",
    "Roster": b"z",
    "RosterEntry": b"u",
    "JoinLink": b"l",
    "GroupApplication": b"j",
    "StandingQuery": b"d",
    "Synonym": b"h",
}
_TYPES: Final = {tag: name for name, tag in _TAGS.items()}


class MalformedId(ValueError):
    """The text is no global id of the wanted type."""


def uuid7() -> UUID:
    """Return a new time-ordered UUID (RFC 9562, version 7), ordered within a millisecond too (method 3 of its section 6.2)."""
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    return uuid7_of(milliseconds, (nanoseconds * 4096 // 1_000_000) << 62 | secrets.randbits(62))


def uuid7_of(milliseconds: int, randomness: int) -> UUID:
    """Return the UUIDv7 of an instant (ms since 1970) and 74 bits, for seeds that must come out the same twice."""
    high = (randomness >> 62) & 0xFFF
    low = randomness & ((1 << 62) - 1)
    return UUID(int=(milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def global_id(type_name: str, key: UUID) -> str:
    """Return the opaque global id: 17 bytes in URL-safe base64 without padding (23 characters)."""
    return base64.urlsafe_b64encode(_TAGS[type_name] + key.bytes).rstrip(b"=").decode()


def parse_any(text: str) -> tuple[str, UUID]:
    """Return the type name and key of a global id; raise MalformedId for anything else."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedId(text) from error
    if len(raw) != 17 or raw[:1] not in _TYPES:
        raise MalformedId(text)
    return _TYPES[raw[:1]], UUID(bytes=raw[1:])


def parse(type_name: str, text: str) -> UUID:
    """Return the key in a global id of `type_name`; raise MalformedId when it is malformed or of another type."""
    found, key = parse_any(text)
    if found != type_name:
        raise MalformedId(text)
    return key
