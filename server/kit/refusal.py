"""The refusals that a caller can expect, as a tree of kinds; every slice's errors.py hangs its sentences here.

Refusal
├── Invalid      the input is wrong; names the field
├── Absent       there is no such thing, or the caller may not see it (the two look the same)
├── Forbidden    the caller sees it, and may not do this
├── Conflict     it was possible once, or will be, but not as things stand
└── Exhausted    a limit is used up; says when to come back
"""


class Refusal(Exception):
    """A refusal that the caller can expect. Its sentence is looked up by class name in the catalogues."""

    def __init__(self, **params: object) -> None:
        """`params` fill the placeholders of the sentence; never put private data in them."""
        super().__init__(type(self).__name__)
        self.params = params

    @property
    def code(self) -> str:
        """The refusal's name, stable for clients."""
        return type(self).__name__


class Invalid(Refusal):
    """The input is wrong. `field` is the path of the input field as the graph spells it, e.g. `tenure.endedOn`."""

    def __init__(self, field: str, **params: object) -> None:
        """Name the field first."""
        super().__init__(**params)
        self.field = field


class Absent(Refusal):
    """There is no such thing for this caller."""


class Forbidden(Refusal):
    """The caller sees the thing but may not do this to it."""


class Conflict(Refusal):
    """The thing's present state does not allow it. `fields` are the input fields that stand in the way, where there are some."""

    fields: tuple[str, ...] = ()


class Exhausted(Refusal):
    """A limit is used up; `retry_after` is in whole seconds, and `minutes` is what a sentence says of it."""

    def __init__(self, retry_after: int, **params: object) -> None:
        """Say when to come back, in seconds."""
        super().__init__(retry_after=retry_after, minutes=-(-retry_after // 60), **params)
        self.retry_after = retry_after


class NotSignedIn(Forbidden):
    """The gate wants a member."""


class SessionOver(NotSignedIn):
    """The session ended while something was followed with it."""


class IsLeaving(Forbidden):
    """The member asked to leave the platform, and can only take that back."""


class NotVerified(Forbidden):
    """The gate wants a member whose affiliation was confirmed."""


class NotAnOperator(Forbidden):
    """The gate wants an operator or a steward."""


class TooOften(Exhausted):
    """The same was asked too often in a short time."""


class TooMuchForNow(TooOften):
    """An amount is used up for longer than one waits on a page; some of it is free again in `hours`."""

    @property
    def code(self) -> str:
        """Clients ask the same of both: how long to wait."""
        return TooOften.__name__


class NotThere(Absent):
    """The id names nothing that the caller may see."""


class Missing(Invalid):
    """A required text is empty."""


class TooLong(Invalid):
    """A text is longer than `limit` characters."""


class UnreadablePicture(Invalid):
    """The file is no JPEG, PNG or WebP, is cut off, or is too small to be drawn."""


class MovingPicture(Invalid):
    """The picture moves."""


class HugePicture(Invalid):
    """The picture has more pixels than are decoded."""


class TooMany(Invalid):
    """A list has more than `limit` entries."""
