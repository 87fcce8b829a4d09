"""The refusals of people.

Refusal
├── Invalid
│   ├── EndsBeforeItBegins   a tenure's last month is before its first
│   ├── InTheFuture          a month that has not come
│   ├── TooLongAgo           a month in which nobody of today worked
│   ├── StillThere           no last month, though the member operates no group of that company
│   ├── NotKana              a reading has other letters than kana
│   ├── LevelNotOffered      a level that a profile field cannot have
│   ├── UnknownLanguage      a language that is not on the list
│   ├── UnknownPlace         a place that is not on the list
│   ├── NotHttps             a link that is no https address
│   ├── UnreadableLink       a link whose host is no name, or that carries a user or a port
│   ├── OfAnotherCompany     a tenure elsewhere than at the companies of the group that one applies to
│   ├── UnreadableVersion    what was sent as the version read is none
│   └── UnknownCircle        a chosen circle that is no group and no company
└── Conflict
    ├── AlreadyDeclared      the same company in the same months
    ├── ChangedMeanwhile     another device changed the same fields since they were read
    ├── AlreadyDecided       the affiliation waits for nobody any more
    ├── OwnAffiliation       nobody decides on their own
    ├── OneselfBlocked       nobody blocks themselves
    ├── OneselfVouched       nobody confirms their own time as a colleague
    ├── NoOverlap            the two were never there in the same month
    ├── AlreadyVouched       the colleague has given their word
    ├── VouchRevoked         who decides took that word back
    ├── NothingToRevoke      no confirmation of that kind stands
    ├── OneselfExcluded      nobody hides from themselves
    ├── OneselfConnected     nobody is connected with themselves
    ├── HiddenFromThem       who is asked could not see who asks, as the latter arranged it
    └── NotAsked             no request of theirs waits
"""

from collections.abc import Sequence

from server.kit.refusal import Conflict, Invalid


class EndsBeforeItBegins(Invalid):
    """The last month of a tenure is before its first."""


class InTheFuture(Invalid):
    """The month has not come."""


class TooLongAgo(Invalid):
    """The month is before 1930."""


class StillThere(Invalid):
    """Only present employees who operate a group of the company may leave the last month open."""


class NotKana(Invalid):
    """A reading is written in hiragana or katakana."""


class LevelNotOffered(Invalid):
    """A profile field is seen by verified members, by one's own groups, or by oneself."""


class UnknownLanguage(Invalid):
    """The language is not on the list."""


class UnknownPlace(Invalid):
    """The place is not on the list."""


class NotHttps(Invalid):
    """Links of profiles are https addresses."""


class UnreadableLink(Invalid):
    """The link names no host, or carries a user, a password or a port."""


class OfAnotherCompany(Invalid):
    """One applies to a group with a tenure at one of its companies."""


class UnreadableVersion(Invalid):
    """The version was not one that a profile was read with."""


class ChangedMeanwhile(Conflict):
    """Another device changed the same fields since they were read; nothing of this change is kept."""

    def __init__(self, fields: Sequence[str]) -> None:
        """Name the fields, as the graph spells them."""
        super().__init__()
        self.fields = tuple(fields)


class UnknownCircle(Invalid):
    """A chosen circle is neither a group nor a company that is here."""


class AlreadyDeclared(Conflict):
    """The member declared the same company for some of the same months."""


class AlreadyDecided(Conflict):
    """The affiliation was confirmed, declined or taken back meanwhile."""


class OwnAffiliation(Conflict):
    """Nobody decides on their own affiliation."""


class OneselfBlocked(Conflict):
    """Nobody blocks themselves."""


class OneselfVouched(Conflict):
    """Nobody confirms their own affiliation as a colleague."""


class NoOverlap(Conflict):
    """The voucher was never at the company, or at one that it came from or became, in the same month."""


class AlreadyVouched(Conflict):
    """The colleague has given their word on this affiliation."""


class VouchRevoked(Conflict):
    """Who decides took the colleague's word on this affiliation back."""


class NothingToRevoke(Conflict):
    """No confirmation of that kind stands."""


class OneselfExcluded(Conflict):
    """Nobody hides from themselves."""


class OneselfConnected(Conflict):
    """Nobody asks themselves."""


class HiddenFromThem(Conflict):
    """The caller hides from this member by name, or from everybody but connections."""


class NotAsked(Conflict):
    """The member does not ask to be connected, or no longer."""
