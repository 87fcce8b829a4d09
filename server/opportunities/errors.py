"""The refusals of opportunities and of the responses to them.

Invalid
├── ScriptInText           Markdown that carries script
├── NotAnAudience          a level that a post cannot have
├── NoGroupChosen          a post for chosen groups names none
├── GroupsNotChosen        groups are named, but the audience is another
├── NotYourGroup           a group that is unknown, or that the author is not approved in
├── UnknownMember          somebody from whom to hide who is not there, or whom the author does not see
├── LastDayPast            the last day is over
├── LastDayTooFar          a post lives at most 90 days from its posting
├── HiringOnlySeeks        hiring is never an offer of one's own
├── NamelessRecruitment    recruitment and contract work say who recruits, and how to reach them
├── UnknownTerm            a term that this kind does not ask for
├── RepeatedTerm           a term that is given twice
├── NotAChoice             a value that is not among the choices
├── NotMoney               an amount without digits or currency
├── NotADate               a day that is none
├── NotWithin              a number outside its bounds
└── NotAReason             a reason for closing that only time gives
Forbidden
├── OwnOpportunity         nobody responds to a post of their own
├── NotTheAuthor           only its author may do this
└── NotTheResponder        only who responded may do this
Conflict
├── AlreadyClosed          the post was closed, or its last day is over
├── NoLongerOpen           one cannot respond any more
├── AlreadyResponded       one responds once, also after withdrawing
├── AlreadyAgreed          both have recorded their agreement
├── AlreadyDeclined        the author has declined
├── AlreadyWithdrawn       the responder has withdrawn
├── NotTalkingYet          there is no talk that could have led to an agreement
└── CannotTalk             a talk cannot begin; does not say why, since a block tells nobody
"""

from server.kit.refusal import Conflict, Forbidden, Invalid


class ScriptInText(Invalid):
    """A text carries script outside of code."""


class NotAnAudience(Invalid):
    """A post is for everyone, for signed-in readers, for verified members, or for chosen groups."""


class NoGroupChosen(Invalid):
    """A post for chosen groups stands in at least one."""


class GroupsNotChosen(Invalid):
    """Groups go with the audience of chosen groups only."""


class NotYourGroup(Invalid):
    """A post stands in groups in which its author is approved."""


class UnknownMember(Invalid):
    """Members from whom to hide are picked among those whom one sees."""


class LastDayPast(Invalid):
    """The last day is today or later."""


class LastDayTooFar(Invalid):
    """The last day is at most `limit` days after the posting; `latest` is that day."""


class HiringOnlySeeks(Invalid):
    """Who looks for work for themselves offers contract work, mentoring and so on; hiring seeks people."""


class NamelessRecruitment(Invalid):
    """Paid recruitment cannot be anonymous."""


class UnknownTerm(Invalid):
    """The kind has no such term."""


class RepeatedTerm(Invalid):
    """Each term is given once."""


class NotAChoice(Invalid):
    """The value is none of the term's choices."""


class NotMoney(Invalid):
    """Money has digits and a currency."""


class NotADate(Invalid):
    """A day is written 2027-01-12 or 2027年1月12日."""


class NotWithin(Invalid):
    """A whole number from `least` to `most`."""


class NotAReason(Invalid):
    """That its last day ended is no reason an author gives."""


class OwnOpportunity(Forbidden):
    """The post is the caller's own."""


class NotTheAuthor(Forbidden):
    """The post is somebody else's."""


class NotTheResponder(Forbidden):
    """The response is somebody else's."""


class AlreadyClosed(Conflict):
    """The post has ended."""


class NoLongerOpen(Conflict):
    """The post takes no responses any more."""


class AlreadyResponded(Conflict):
    """The caller has responded before."""


class AlreadyAgreed(Conflict):
    """The response is agreed."""


class AlreadyDeclined(Conflict):
    """The response is declined."""


class AlreadyWithdrawn(Conflict):
    """The response is withdrawn."""


class NotTalkingYet(Conflict):
    """The author has not taken up the talk."""


class CannotTalk(Conflict):
    """One of the two does not want to meet the other."""
