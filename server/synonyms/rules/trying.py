"""What a text would find: for what each of its words stands, and which words join entries that have nothing else in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from server.search.japanese.analysis import default_analyser
from server.search.japanese.thesaurus import Entry, Key, Thesaurus
from server.search.japanese.words import phrases_of
from server.synonyms.rules.entries import Listed, entries_of
from server.synonyms.rules.words import key_of, keys_of

# So many entries of one word are named.
_MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class TriedWord:
    """One word of a text: the words that find the same, and those that are tried where that is little.

    One that is not `needed` hinders nothing: what has it only comes first.
    """

    text: str
    needed: bool
    same: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A word that stands in several entries, and finds what each of them says; their other words do not find one another.

    Only some are named where they are many, and never one that is being written.
    """

    word: str
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A text as it would be read."""

    words: tuple[TriedWord, ...]
    joined: tuple[Joined, ...]


def tried_out(text: str, every: Sequence[Listed], draft: Listed | None = None, known: Thesaurus | None = None) -> Tried:
    """Read a text with these entries; of an entry that is being written all words are looked at for what they join.

    `known` is the thesaurus of the entries where it was made already. Otherwise one is made for this text alone, so that what is
    in use stays what is remembered.
    """
    standing = [each for each in every if not each.off]
    analyser = default_analyser()
    phrases = phrases_of(f"{text} ", analyser, known or Thesaurus(analyser.segmenter, entries_of(standing).every)) if text.strip() else ()
    by_key = _by_key(standing)
    words = tuple(_tried(word.text, by_key, needed=word.needed) for phrase in phrases for word in phrase.words())
    asked = keys_of((*(word.text for word in words), *(draft.entry.words if draft else ())))
    found = {word: by_key[key] for key, word in asked.items() if len(by_key.get(key, ())) > 1}
    others = {word: [each for each in there if draft is None or each.id != draft.id] for word, there in found.items()}
    joined = (Joined(word, tuple(there[:_MOST_NAMED])) for word, there in others.items())
    return Tried(words, tuple(joined))


def _by_key(standing: Iterable[Listed]) -> dict[Key, list[Listed]]:
    found: dict[Key, list[Listed]] = {}
    for each in standing:
        for key in keys_of(each.entry.words):
            found.setdefault(key, []).append(each)
    return found


def _tried(text: str, by_key: dict[Key, list[Listed]], *, needed: bool) -> TriedWord:
    key = key_of(text)
    there: list[Entry] = [each.entry for each in by_key.get(key, ())]
    same = keys_of(word for entry in there for word in entry.words)
    near = keys_of(word for entry in there for word in entry.near)
    return TriedWord(
        text=text,
        needed=needed,
        same=tuple(word for other, word in same.items() if other != key),
        near=tuple(word for other, word in near.items() if other not in same),
    )
