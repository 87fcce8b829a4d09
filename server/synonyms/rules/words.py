"""What search takes a word for: two spellings of one word are one."""

from collections.abc import Iterable
from functools import lru_cache

from server.search.japanese.analysis import default_analyser
from server.search.japanese.folding import fold, to_hiragana
from server.search.japanese.thesaurus import Key, key_of_word


def keys_of(words: Iterable[str]) -> dict[Key, str]:
    """Return words by what search takes them for; of two spellings the first."""
    found: dict[Key, str] = {}
    for word in words:
        found.setdefault(key_of(word), word)
    return found


def key_of(word: str) -> Key:
    """Return what search takes a word for; spellings of one word are the same."""
    return key_of_word(word, default_analyser().segmenter)


@lru_cache(maxsize=32_768)
def letters(text: str) -> str:
    """Return what one looks for in a word: its letters, folded, kana as hiragana."""
    return "".join(character for character in to_hiragana(fold(text).text) if character.isalnum() or character in "ー+#&")
