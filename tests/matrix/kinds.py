"""The kinds of actor, each by what ties it to the subject S; the world makes the rows of a tie, the laws read its name."""

from dataclasses import dataclass
from enum import Enum, auto

from server.kit.actor import Level


class Tie(Enum):
    """One named way to stand to S, or to the platform."""

    SUBJECT = auto()
    # Signed in, with nothing confirmed: waiting for a decision, or declined.
    NEWCOMER = auto()
    DECLINED = auto()
    IN_GROUP = auto()
    ALUM = auto()
    CLAIMS_COMPANY = auto()
    ALUM_OF_CHOSEN = auto()
    CLAIMS_CHOSEN = auto()
    IN_CHOSEN_GROUP = auto()
    CONNECTED = auto()
    BLOCKED_BY_S = auto()
    BLOCKED_S = auto()
    EXCLUDED = auto()
    ALUM_OF_EXCLUDED = auto()
    CLAIMS_EXCLUDED = auto()
    ALUM_OF_EMPLOYER = auto()
    WORKS_AT_EMPLOYER = auto()
    # Operator of the group of S's company; of a group with which S has nothing to do; of the one that S waits for.
    OPERATES = auto()
    OPERATES_ELSEWHERE = auto()
    DECIDES = auto()
    CONTACT = auto()
    STEWARD = auto()
    # Answered S's posts in the group; talks with S about one of them; reported S.
    RESPONDER = auto()
    TALKS = auto()
    REPORTER = auto()
    # Signed in by mail alone: without a second factor no role gives a right.
    WEAK = auto()
    # Has asked to leave the platform: reads as before, and changes nothing but that.
    LEAVING = auto()


_BLOCKS = {Tie.BLOCKED_BY_S, Tie.BLOCKED_S}
_KEPT_OUT = {Tie.EXCLUDED, Tie.ALUM_OF_EXCLUDED, Tie.CLAIMS_EXCLUDED}
_EMPLOYER = {Tie.ALUM_OF_EMPLOYER, Tie.WORKS_AT_EMPLOYER}
_RIGHTS = {Tie.OPERATES, Tie.OPERATES_ELSEWHERE, Tie.DECIDES, Tie.STEWARD}
# Standing roles come with the membership.
_GROUP = {Tie.IN_GROUP, Tie.OPERATES, Tie.CONTACT, Tie.SUBJECT}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of actor. A guest is nobody: no tie and not signed in."""

    name: str
    ties: frozenset[Tie] = frozenset()
    signed_in: bool = True

    def has(self, *ties: Tie) -> bool:
        """Whether any of the ties is there; a right only in a session that has proven itself."""
        standing = self.ties - _RIGHTS if Tie.WEAK in self.ties else self.ties
        return not standing.isdisjoint(ties)

    @property
    def level(self) -> Level:
        """How far the platform trusts them."""
        if not self.signed_in:
            return Level.ANYONE
        return Level.SIGNED_IN if self.has(Tie.NEWCOMER, Tie.DECLINED) else Level.VERIFIED

    @property
    def verified(self) -> bool:
        """Whether something of theirs is confirmed."""
        return self.level is Level.VERIFIED

    @property
    def is_subject(self) -> bool:
        """Whether they are S."""
        return self.has(Tie.SUBJECT)

    @property
    def blocked(self) -> bool:
        """Whether one of the two does not want to meet the other."""
        return self.has(*_BLOCKS)

    @property
    def kept_out(self) -> bool:
        """Whether S hides from them, by name or by a company that they have to do with."""
        return self.has(*_KEPT_OUT)

    @property
    def at_employer(self) -> bool:
        """Whether they have to do with the company where S works now."""
        return self.has(*_EMPLOYER)

    @property
    def in_group(self) -> bool:
        """Whether they belong to S's group."""
        return not self.ties.isdisjoint(_GROUP)

    @property
    def chosen(self) -> bool:
        """Whether they belong to a group or were confirmed at a company that S chose."""
        return self.has(Tie.ALUM_OF_CHOSEN, Tie.IN_CHOSEN_GROUP)

    @property
    def decides(self) -> bool:
        """Whether they decide somewhere."""
        return self.has(*_RIGHTS)


def _kind(name: str, *ties: Tie) -> Kind:
    return Kind(name, frozenset(ties))


KINDS = (
    Kind("guest", signed_in=False),
    _kind("newcomer", Tie.NEWCOMER),
    _kind("declined newcomer", Tie.DECLINED),
    _kind("stranger"),
    _kind("member of S's group", Tie.IN_GROUP),
    _kind("alum of S's company without its group", Tie.ALUM),
    _kind("alum of S's company by own word", Tie.CLAIMS_COMPANY),
    _kind("alum of a company that S chose", Tie.ALUM_OF_CHOSEN),
    _kind("alum by own word of a company that S chose", Tie.CLAIMS_CHOSEN),
    _kind("member of a group that S chose", Tie.IN_CHOSEN_GROUP),
    _kind("connection", Tie.CONNECTED),
    _kind("blocked by S", Tie.BLOCKED_BY_S),
    _kind("has blocked S", Tie.BLOCKED_S),
    _kind("excluded by name", Tie.EXCLUDED),
    _kind("alum of an excluded company", Tie.ALUM_OF_EXCLUDED),
    _kind("alum by own word of an excluded company", Tie.CLAIMS_EXCLUDED),
    _kind("alum of S's employer", Tie.ALUM_OF_EMPLOYER),
    _kind("works at S's employer", Tie.WORKS_AT_EMPLOYER),
    _kind("operator of S's group", Tie.OPERATES),
    _kind("operator elsewhere", Tie.OPERATES_ELSEWHERE),
    _kind("operator for whom S waits", Tie.DECIDES),
    _kind("company contact", Tie.CONTACT),
    _kind("steward", Tie.STEWARD),
    _kind("responder", Tie.RESPONDER, Tie.TALKS),
    _kind("reporter", Tie.REPORTER),
    # Two ties that pull in different directions.
    _kind("connection at an excluded company", Tie.CONNECTED, Tie.ALUM_OF_EXCLUDED),
    _kind("connection who has blocked S", Tie.CONNECTED, Tie.BLOCKED_S),
    _kind("excluded operator of S's group", Tie.OPERATES, Tie.EXCLUDED),
    _kind("blocked operator for whom S waits", Tie.DECIDES, Tie.BLOCKED_BY_S),
    _kind("steward blocked by S", Tie.STEWARD, Tie.BLOCKED_BY_S),
    _kind("responder excluded since", Tie.RESPONDER, Tie.EXCLUDED),
    _kind("operator of S's group by mail alone", Tie.OPERATES, Tie.WEAK),
    _kind("operator for whom S waits by mail alone", Tie.DECIDES, Tie.WEAK),
    _kind("steward by mail alone", Tie.STEWARD, Tie.WEAK),
    _kind("connection who is leaving", Tie.CONNECTED, Tie.LEAVING),
    _kind("S", Tie.SUBJECT),
)
