"""Tags: how an audience is written into a lexeme, so that the index itself never meets what the seeker may not see.

A lexeme is `tag/term` behind a letter of the index, a facet value `tag/facet/value`. A tag is the level up to VERIFIED, the
circle from there on. What needs more than a level is also tagged for its owner, who is asked for in a branch of its own.

A lexeme is written under every level that may meet it, so that a seeker asks for one; a facet value, which is counted, under one.
"""

from server.kit.actor import Level
from server.search.engine import Audience, Seeker

OWNER = "owner"
_OPEN = (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED)
OPEN_TAGS = frozenset(str(int(level)) for level in _OPEN)


def tags_of(audience: Audience) -> tuple[str, ...]:
    """Return the tags under which something of this audience is written."""
    if audience.level in _OPEN:
        return (str(int(audience.level)),)
    circles = () if audience.level is Level.ONLY_ME else tuple(sorted(circle.hex for circle in audience.circles))
    return (*circles, OWNER)


def text_tags_of(audience: Audience) -> tuple[str, ...]:
    """Return the tags under which the words of a text of this audience are written."""
    if audience.level in _OPEN:
        return tuple(str(int(level)) for level in _OPEN if level >= audience.level)
    return tags_of(audience)


def text_tags_for(seeker: Seeker) -> tuple[str, ...]:
    """Return the tags whose words the seeker may meet in the documents of others."""
    highest = max(level for level in _OPEN if level <= seeker.level)
    return (str(int(highest)), *sorted(circle.hex for circle in seeker.circles))


def text_tags_for_owner() -> tuple[str, ...]:
    """Return tags whose words are together all those in a document of one's own."""
    return (str(int(_OPEN[-1])), OWNER)


def tags_for(seeker: Seeker) -> tuple[str, ...]:
    """Return the tags that the seeker may meet in the documents of others."""
    return (*(str(int(level)) for level in _OPEN if level <= seeker.level), *sorted(circle.hex for circle in seeker.circles))


def tags_for_owner() -> tuple[str, ...]:
    """Return tags that together meet everything in a document of one's own."""
    return (*(str(int(level)) for level in _OPEN), OWNER)


def lexeme(index: str, tag: str, term: str) -> str:
    """Return the lexeme of a term. The letter of its index keeps kinds apart in the GIN index; the row's own column decides."""
    return f"{index[0]}{tag}/{term}"


def quoted(text: str) -> str:
    """Write a lexeme as tsvector and tsquery literals want it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
