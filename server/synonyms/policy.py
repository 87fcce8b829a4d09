"""Who may see and change synonyms: stewards, since what search finds by a word concerns everybody."""

from server.kit.actor import Actor


def may_keep_words(actor: Actor) -> bool:
    """Whether the actor sees, tries out and changes what words stand for."""
    return actor.is_steward
