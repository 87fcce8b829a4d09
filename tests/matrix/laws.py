"""The laws by which things are seen, written from the domain's words alone: they ask nothing of the product's predicates.

A law answers True (shown), False (null, empty, absent or false) or None: the field says nothing of S, or only how the thing stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from server.kit.actor import Level
from tests.matrix.kinds import Kind, Tie
from tests.matrix.states import State, Thing


@dataclass(frozen=True, slots=True)
class Case:
    """Who looks at what, in which state; `thing` is None for what is not S's, or not known to the laws."""

    kind: Kind
    state: State
    thing: Thing | None = None

    def of(self, fact: str) -> object:
        """A fact of the thing; a law asks only where there is one."""
        assert self.thing is not None
        return self.thing[fact]


Law: TypeAlias = Callable[[Case], bool | None]


def within(kind: Kind, level: Level) -> bool:
    """Whether a member is within a level that S chose: VERIFIED for all verified ones, the closer ones by a tie, ONLY_ME for nobody."""
    if level is Level.ONLY_ME or not kind.verified:
        return False
    if level is Level.VERIFIED or kind.has(Tie.CONNECTED):
        return True
    return kind.chosen if level is Level.CHOSEN_GROUPS else level is Level.OWN_GROUPS and kind.in_group


def sees_person(case: Case) -> bool:
    """S; stewards; who decides on an affiliation of S's that waits; verified members within what S chose, but for blocks and exclusions."""
    kind = case.kind
    if kind.is_subject or kind.has(Tie.STEWARD, Tie.DECIDES):
        return True
    return within(kind, case.state.listed) and not kind.blocked and not kind.kept_out


def level(column: str) -> Law:
    """A field of the profile: whoever sees S and is within the field's level."""
    return lambda case: sees_person(case) and (case.kind.is_subject or within(case.kind, case.state.levels[column]))


def availability(case: Case) -> bool:
    """Like a field, and not for who has to do with S's present employer, unless S wants it."""
    told = case.kind.is_subject or case.state.told_to_employer or not case.kind.at_employer
    return told and level("availability")(case)


def themselves(case: Case) -> bool:
    """S alone."""
    return case.kind.is_subject


def opens_post(case: Case) -> bool:
    """Author, stewards and who operates where it stands, however it stands; its audience and who answered unless it is kept from them."""
    if case.kind.is_subject or case.kind.has(Tie.STEWARD) or decides_on_post(case):
        return True
    answered = case.kind.has(Tie.RESPONDER) and bool(case.of("answered"))
    return _shown_to(case) and (_in_audience(case) or answered)


def lists_post(case: Case) -> bool:
    """What is live, to its author and its audience; a moderator's wider sight is for the post's own page."""
    if case.of("standing") in ENDED:
        return False
    return case.kind.is_subject or (_shown_to(case) and _in_audience(case))


def lists_by_author(case: Case) -> bool:
    """Asked for by what S is: who finds S, too; nobody else learns by it whose post it is."""
    return lists_post(case) and finds_person(case)


def would_be_told(case: Case) -> bool:
    """Of others' posts alone."""
    return lists_post(case) and not case.kind.is_subject


def decides_on_post(case: Case) -> bool:
    """Who operates a group where the post stands."""
    return case.of("audience") is Level.CHOSEN_GROUPS and case.kind.has(Tie.OPERATES)


def sees_hiding(case: Case) -> bool:
    """Where a post is hidden, its author and who decides there read it; what is hidden everywhere nobody else opens at all."""
    hidden = str(case.of("standing")).startswith("hidden")
    return hidden and (case.kind.is_subject or case.kind.has(Tie.STEWARD) or decides_on_post(case))


def sees_exclusions(case: Case) -> bool:
    """From whom a post is hidden, its author reads, and no moderator."""
    return str(case.of("standing")).startswith("kept from") and case.kind.is_subject


def may_respond(case: Case) -> bool:
    """A verified member, once, to somebody else's live post."""
    answered = case.kind.has(Tie.RESPONDER) and bool(case.of("answered"))
    return case.kind.verified and not case.kind.is_subject and case.of("standing") not in ENDED and not answered


def _shown_to(case: Case) -> bool:
    standing = case.of("standing")
    kept = case.kind.at_employer if standing == "kept from a company" else standing == "kept from a member" and case.kind.has(Tie.IN_GROUP)
    return standing != "hidden everywhere" and not kept and not case.kind.blocked and not case.kind.kept_out


def _in_audience(case: Case) -> bool:
    audience = case.of("audience")
    assert isinstance(audience, Level)
    if audience is not Level.CHOSEN_GROUPS:
        return case.kind.level >= audience
    return case.of("standing") != "hidden in its group" and case.kind.verified and case.kind.in_group


def participates(case: Case) -> bool:
    """The two whom a response or a talk concerns, whatever came between them since; nobody else, whatever their role."""
    return case.kind.is_subject or case.kind.has(Tie.TALKS)


def sees_affiliation(case: Case) -> bool:
    """Whoever sees S; a declined one only S and who decides on it."""
    return decides_on_affiliation(case) or (sees_person(case) and case.of("state") != "declined")


def decides_on_affiliation(case: Case) -> bool:
    """S, stewards, and who operates a group of its company: they read how it was decided."""
    operators = Tie.OPERATES if case.of("state") == "confirmed" else Tie.DECIDES
    return case.kind.is_subject or case.kind.has(Tie.STEWARD, operators)


def decided_by(case: Case) -> bool:
    """The decision's own parts: for who may read it, of what was decided."""
    return case.of("state") != "awaiting" and decides_on_affiliation(case)


def decline_reason(case: Case) -> bool:
    """Only a declined one has it."""
    return case.of("state") == "declined" and decides_on_affiliation(case)


def sees_report(case: Case) -> bool:
    """Its reporter, stewards, and who decides in its group; never whom it is about."""
    if case.kind.is_subject:
        return False
    operators = (Tie.OPERATES,) if case.of("group") else ()
    return case.kind.has(Tie.REPORTER, Tie.STEWARD, *operators)


def found_within(kind: Kind, level: Level) -> bool:
    """What a search finds is narrower than what a page shows: it knows circles, but no connections and no rights."""
    if level is Level.VERIFIED:
        return kind.verified
    return kind.chosen if level is Level.CHOSEN_GROUPS else level is Level.OWN_GROUPS and kind.in_group


def finds_person(case: Case) -> bool:
    """S themself, and who is in the circle; blocks and exclusions bind all but stewards."""
    kind = case.kind
    kept = (kind.blocked or kind.kept_out) and not kind.has(Tie.STEWARD)
    return kind.is_subject or (found_within(kind, case.state.listed) and not kept)


def finds_by_words(case: Case) -> bool:
    """By a headline that is within the same circles."""
    return finds_person(case) and (case.kind.is_subject or found_within(case.kind, case.state.levels["headline"]))


def may_connect(case: Case) -> bool:
    """Verified members, each other, where S is shown to them by what S chose: an office alone connects nobody."""
    kind = case.kind
    return not kind.is_subject and within(kind, case.state.listed) and not kind.blocked and not kind.kept_out


def sees_group(case: Case) -> bool:
    """Everybody one that was admitted; a proposed one S, whose proposal it is, and stewards."""
    return not case.of("proposed") or case.kind.is_subject or case.kind.has(Tie.STEWARD)


def runs_group(case: Case) -> bool:
    """Who decides in the group, and stewards; a proposed one is run by nobody yet."""
    return not case.of("proposed") and case.kind.has(Tie.OPERATES, Tie.STEWARD)


def lays_a_role_down(case: Case) -> bool:
    """Who has a role in the group, as far as their session has proven itself where the role decides."""
    return case.kind.has(Tie.OPERATES, Tie.CONTACT)


def has_applied(case: Case) -> bool:
    """Who asked to belong to S's group: an own word about its company is an application."""
    return case.kind.has(Tie.CLAIMS_COMPANY)


def in_or_applied(case: Case) -> bool:
    """Who belongs to S's group, or asked to."""
    return case.kind.in_group or has_applied(case)


ENDED = frozenset({"closed", "expired", "hidden everywhere"})

# Of a field: by whom it is shown on what they see. `a:b` gives a law its argument.
LAWS: dict[str, Law] = {
    # Whoever sees the thing sees this of it.
    "with it": lambda _: True,
    # It says nothing of S: it is the viewer's own, or how the thing stands.
    "varies": lambda _: None,
    "anyone": lambda _: True,
    "nobody": lambda _: False,
    "signed in": lambda case: case.kind.signed_in,
    "verified": lambda case: case.kind.verified,
    "steward": lambda case: case.kind.has(Tie.STEWARD),
    "themselves": themselves,
    "responder": lambda case: case.kind.has(Tie.TALKS),
    "reporter": lambda case: case.kind.has(Tie.REPORTER),
    "who has blocked": lambda case: case.kind.has(Tie.BLOCKED_S),
    "in the group": lambda case: case.kind.in_group,
    "has applied": has_applied,
    "in or applied": in_or_applied,
    "in this group": lambda case: case.kind.in_group and not case.of("proposed"),
    "verified in a group": lambda case: case.kind.verified and not case.of("proposed"),
    "sees group": sees_group,
    "runs group": runs_group,
    "of a proposal": lambda case: bool(case.of("proposed")),
    "lays a role down": lays_a_role_down,
    "has a role by mail alone": lambda case: case.kind.ties >= {Tie.OPERATES, Tie.WEAK},
    "sees person": sees_person,
    "availability": availability,
    "opens post": opens_post,
    "lists post": lists_post,
    "lists post by its author": lists_by_author,
    "would be told of post": would_be_told,
    "would be told of post by its author": lambda case: would_be_told(case) and lists_by_author(case),
    "sees hiding": sees_hiding,
    "sees exclusions": sees_exclusions,
    "may respond": may_respond,
    "participates": participates,
    "sees affiliation": sees_affiliation,
    "decided": decided_by,
    "decline reason": decline_reason,
    "sees report": sees_report,
    "leaving": lambda case: case.kind.has(Tie.LEAVING),
    "alone in office": lambda case: case.kind.has(Tie.OPERATES_ELSEWHERE),
    "finds person": finds_person,
    "finds by words": finds_by_words,
    # In S's profile, or in S's public post.
    "reads the skill": lambda case: level("skills")(case) or not (case.kind.blocked or case.kind.kept_out),
    "is confirmed": lambda case: case.of("state") == "confirmed",
    "may ask": lambda case: case.kind.is_subject and case.of("state") != "declined",
    "may revoke": lambda case: case.of("state") == "confirmed" and case.kind.has(Tie.OPERATES, Tie.STEWARD),
    "may vouch": lambda case: case.of("state") == "confirmed" and case.kind.has(Tie.ALUM) and sees_person(case),
    "may connect": may_connect,
    "may connect and is not": lambda case: may_connect(case) and not case.kind.has(Tie.CONNECTED),
    "meets a connection": lambda case: may_connect(case) and case.kind.has(Tie.CONNECTED),
    # The reporter asks S to be connected.
    "is connected or has asked": lambda case: case.kind.has(Tie.CONNECTED, Tie.REPORTER),
    "sees person or has blocked": lambda case: sees_person(case) or case.kind.has(Tie.BLOCKED_S),
    # Who is blocked stands in a list of who has blocked them, by name.
    "but for lists by name": lambda case: sees_person(case) or None,
    "shares a confirmed company": lambda case: case.kind.has(Tie.ALUM),
    "has answered": lambda case: case.kind.has(Tie.RESPONDER) and bool(case.of("answered")),
    "gets answers": lambda case: case.kind.is_subject and bool(case.of("answered")),
    "moderates": lambda case: case.kind.has(Tie.OPERATES, Tie.STEWARD),
    "operates the group": lambda case: case.kind.has(Tie.OPERATES),
    "moderates post": lambda case: case.kind.has(Tie.STEWARD) or decides_on_post(case),
    "opens another's post": lambda case: opens_post(case) and not case.kind.is_subject,
    "opens post without a right": lambda case: opens_post(case) and not decides_on_post(case) and not case.kind.has(Tie.STEWARD),
    "was not there": lambda case: sees_person(case) and not case.kind.has(Tie.ALUM) and not case.kind.blocked,
    "previews": lambda case: opens_post(case) and may_respond(case),
    "decides on affiliation": lambda case: case.kind.has(Tie.DECIDES, Tie.STEWARD),
    "blocked steward": lambda case: case.kind.has(Tie.STEWARD) and case.kind.blocked,
    "sees application": lambda case: case.kind.is_subject or case.kind.has(Tie.DECIDES, Tie.STEWARD),
    "decides on application": lambda case: case.kind.has(Tie.DECIDES, Tie.STEWARD),
    "runs the group": lambda case: case.kind.has(Tie.OPERATES),
    "is no member": lambda case: not in_or_applied(case),
    "has a role": lambda case: not case.kind.ties.isdisjoint({Tie.OPERATES, Tie.CONTACT}),
}
# Laws that need no thing to answer; the others are silent about what is not S's.
GENERAL = frozenset({"varies", "anyone", "nobody", "signed in", "verified", "steward", "leaving", "alone in office"})


def law(name: str) -> Law:
    """The law of this name; `level:<column>` is that of a profile field. Unknown names are an error of the row."""
    known, _, argument = name.partition(":")
    found = level(argument) if known == "level" else LAWS[known]
    if known in GENERAL:
        return found
    return lambda case: None if case.thing is None else found(case)
