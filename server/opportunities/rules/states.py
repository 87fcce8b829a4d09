"""The life of a response: who may take which step in which state, and where it leads."""

from collections.abc import Mapping
from enum import Enum

from server.kit.refusal import Refusal
from server.opportunities import errors


class ResponseState(Enum):
    """Where a response stands. Values are those of the table."""

    RESPONDED = "responded"
    TALKING = "talking"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Side(Enum):
    """The two who take part."""

    AUTHOR = "author"
    RESPONDER = "responder"


class Act(Enum):
    """What one of the two can do with a response."""

    TAKE_UP = "take_up"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    RECORD_AGREEMENT = "record_agreement"
    SEND_MESSAGE = "send_message"


# Nobody writes in the conversation of a response that ended so.
ENDED = frozenset({ResponseState.DECLINED, ResponseState.WITHDRAWN})

_S = ResponseState
_OPEN_IN: Mapping[Act, frozenset[ResponseState]] = {
    Act.TAKE_UP: frozenset({_S.RESPONDED}),
    Act.DECLINE: frozenset({_S.RESPONDED, _S.TALKING}),
    Act.WITHDRAW: frozenset({_S.RESPONDED, _S.TALKING}),
    Act.RECORD_AGREEMENT: frozenset({_S.TALKING}),
    Act.SEND_MESSAGE: frozenset({_S.TALKING, _S.AGREED}),
}
# A step that was taken before is no mistake: the second click finds what the first one did.
_DONE_IN: Mapping[Act, frozenset[ResponseState]] = {
    Act.TAKE_UP: frozenset({_S.TALKING, _S.AGREED}),
    Act.DECLINE: frozenset({_S.DECLINED}),
    Act.WITHDRAW: frozenset({_S.WITHDRAWN}),
    Act.RECORD_AGREEMENT: frozenset({_S.AGREED}),
    Act.SEND_MESSAGE: frozenset(),
}
_ONLY: Mapping[Act, Side] = {Act.TAKE_UP: Side.AUTHOR, Act.DECLINE: Side.AUTHOR, Act.WITHDRAW: Side.RESPONDER}
_LEADS_TO: Mapping[Act, ResponseState] = {
    Act.TAKE_UP: _S.TALKING,
    Act.DECLINE: _S.DECLINED,
    Act.WITHDRAW: _S.WITHDRAWN,
}
_WHY_NOT: Mapping[ResponseState, type[Refusal]] = {
    _S.RESPONDED: errors.NotTalkingYet,
    _S.AGREED: errors.AlreadyAgreed,
    _S.DECLINED: errors.AlreadyDeclined,
    _S.WITHDRAWN: errors.AlreadyWithdrawn,
}


def state_after(act: Act, state: ResponseState, side: Side, *, agreed: frozenset[Side]) -> ResponseState | None:
    """Return the state that the step leads to, or None when the same step was taken before and nothing is to be done.

    `agreed` are the sides that have recorded their agreement. Raise the refusal that says why the step is not possible.
    """
    if _ONLY.get(act, side) is not side:
        raise errors.NotTheAuthor if _ONLY[act] is Side.AUTHOR else errors.NotTheResponder
    if state in _DONE_IN[act]:
        return None
    if state not in _OPEN_IN[act]:
        raise _WHY_NOT[state]
    if act is Act.RECORD_AGREEMENT:
        return None if side in agreed else _S.AGREED if agreed else _S.TALKING
    return _LEADS_TO.get(act, state)


def acts_open_to(state: ResponseState, side: Side, *, agreed: frozenset[Side]) -> tuple[Act, ...]:
    """Return the steps that a side can take now, in the order in which a page offers them."""
    open_now = [act for act in Act if state in _OPEN_IN[act] and _ONLY.get(act, side) is side]
    return tuple(act for act in open_now if not (act is Act.RECORD_AGREEMENT and side in agreed))


def agreed_by(*, author: bool, responder: bool) -> frozenset[Side]:
    """Return the sides that have recorded their agreement."""
    return frozenset(({Side.AUTHOR} if author else set[Side]()) | ({Side.RESPONDER} if responder else set[Side]()))
