"""All entries as one list: the shipped ones, each with an id that lasts, and what stewards decided beside them and on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

from server.kit.ids import SynonymId
from server.search.japanese.folding import fold
from server.search.japanese.thesaurus import Entries, Entry, shipped
from server.synonyms.rules.words import key_of, letters

_SHIPPED: Final = UUID("6f1d4ac2-0d0b-4b0e-9a55-6d2a1c4f7e10")


class Origin(Enum):
    """Whose an entry is."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What stewards decided: an entry of their own, or on a shipped one; `entry` None leaves the shipped words."""

    id: SynonymId
    entry: Entry | None
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry as it stands. One that is `off` says nothing. `version` tells one reading of it from another."""

    id: SynonymId
    entry: Entry
    origin: Origin
    off: bool = False

    @property
    def version(self) -> str:
        """Return a digest of what it says."""
        return _digest([self.entry], self.origin, self.off)


def shipped_id(entry: Entry) -> SynonymId:
    """Return the id of a shipped entry, by its first word: it stays the same while the file changes the others."""
    return SynonymId(uuid5(_SHIPPED, fold(entry.words[0]).text))


@cache
def shipped_entries() -> Mapping[SynonymId, Entry]:
    """Return the shipped entries by their ids."""
    return {shipped_id(entry): entry for entry in shipped().every}


@cache
def shipped_digest() -> str:
    """Return what tells the shipped entries of one release from those of another."""
    return _digest(shipped().every)


def listed(decided: Iterable[Decided]) -> list[Listed]:
    """Return all entries: what stewards decided first, the newest before the others, then the shipped ones in the file's order.

    What was only switched off of an entry that the file no longer has says nothing of anything, and is left out.
    """
    own, changed = list[Listed](), dict[SynonymId, Listed]()
    for each in decided:
        file = shipped_entries().get(each.id)
        entry = each.entry or file
        if entry is None:
            continue
        kind = Origin.ADDED if file is None else Origin.SHIPPED if each.entry is None else Origin.CHANGED
        found = Listed(id=each.id, entry=entry, origin=kind, off=each.off)
        if file is None:
            own.append(found)
        else:
            changed[each.id] = found
    rest = [changed.get(key) or Listed(id=key, entry=entry, origin=Origin.SHIPPED) for key, entry in shipped_entries().items()]
    own.sort(key=lambda each: each.id, reverse=True)
    return [*own, *sorted(rest, key=lambda each: each.origin is Origin.SHIPPED and not each.off)]


def entries_of(every: Iterable[Listed]) -> Entries:
    """Return what queries are to be read with; the shipped entries themselves where nothing was decided."""
    found = tuple(each.entry for each in every if not each.off)
    return shipped() if found == shipped().every else Entries(found)


def asked_for(every: Sequence[Listed], text: str) -> list[Listed]:
    """Return the entries that have the text in a word, in whichever spelling it is typed; all, for an empty one."""
    wanted = letters(text)
    if not wanted:
        return list(every)
    key = key_of(text)
    return [
        each
        for each in every
        if any(wanted in letters(word) or (key and key_of(word) == key) for word in (*each.entry.words, *each.entry.near))
    ]


def replaced(every: Iterable[Listed], entry: Listed) -> list[Listed]:
    """Return the entries with one of them as it would stand; one that is not among them comes first."""
    rest = list(every)
    if any(each.id == entry.id for each in rest):
        return [entry if each.id == entry.id else each for each in rest]
    return [entry, *rest]


def told(entry: Entry) -> str:
    """Return an entry as the audit trail tells of it."""
    return " = ".join(entry.words) + (f" ~ {', '.join(entry.near)}" if entry.near else "")


def _digest(entries: Iterable[Entry], *more: object) -> str:
    text = "\n".join("\t".join((*entry.words, "", *entry.near)) for entry in entries)
    return sha256(f"{more}\n{text}".encode()).hexdigest()[:20]
