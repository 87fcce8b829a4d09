"""The refusals of conversations.

Invalid
└── BlankMessage        a message without a word
Conflict
└── ConversationEnded   nobody can write here any more; does not say why, since a block tells nobody
"""

from server.kit.refusal import Conflict, Invalid


class BlankMessage(Invalid):
    """A message needs at least one visible character."""


class ConversationEnded(Conflict):
    """The talk was declined or withdrawn, or one of the two does not want to meet the other."""
