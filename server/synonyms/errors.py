"""The refusals of synonyms.

Invalid
├── AloneAWord         an entry says something of two words at least
├── NoWord             a text that search finds no word in
├── WordOfManyParts    a text of more parts than search takes for one word
└── SameAndNear        a word stands for the others, or lies near them: not both
Forbidden
└── StewardsKeepWords  only stewards change what search takes for one another
Conflict
├── AlreadySaid        another entry says all of it
├── SaidOtherwise      another entry says same where this one says near, or the other way round
├── EntryChanged       somebody changed the entry after it was read
├── NothingToRestore   it stands as the platform ships it
└── TooManyEntries     stewards keep at most `most` entries of their own
"""

from server.kit.refusal import Conflict, Forbidden, Invalid


class AloneAWord(Invalid):
    """One word by itself stands for nothing."""


class NoWord(Invalid):
    """Search finds nothing by `word`."""


class WordOfManyParts(Invalid):
    """`word` is a sentence rather than a word."""


class SameAndNear(Invalid):
    """`word` stands among both."""


class StewardsKeepWords(Forbidden):
    """What search finds by a word concerns everybody."""


class AlreadySaid(Conflict):
    """The entry of `word` says it."""

    fields = ("words",)


class SaidOtherwise(Conflict):
    """Another entry says otherwise of `word` and `other`."""

    fields = ("words",)


class EntryChanged(Conflict):
    """Two stewards at once: the second reads it again."""


class NothingToRestore(Conflict):
    """Nobody changed it."""


class TooManyEntries(Conflict):
    """There are `most` already."""
