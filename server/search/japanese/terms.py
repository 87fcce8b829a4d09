"""Terms: what stands in the index for a word, a name or a value, and the marks that keep those apart."""

import re
from functools import lru_cache

from server.search.japanese.folding import fold, to_hiragana

LONGEST_TERM = 64
# Marks keep what is no word of a text apart from its words, in the one space of terms.
# A short line that is exactly this: a skill, a company, a place.
LINE = "^"
# A name with its kanji as they were written, where others are written for them.
WRITTEN = "="
# One kanji of a name.
ONE_OF = "*"
# An English word without what makes it a plural.
STEM = "+"
# A value that nobody types (Kind.VALUES).
VALUE = "@"
# Ends a value of a condition that only begins.
ANY = "*"
NEVER_MISTYPED = (LINE, WRITTEN, ONE_OF, STEM, VALUE)

_LATIN_WORD = re.compile(r"[a-z]+")
_SHORTEST_STEMMED = 2
_LOAN_WORD = re.compile("[\u3041-\u3096ー]{3,}ー")


@lru_cache(maxsize=16_384)
def normal(form: str) -> str:
    """Return a normal form of the dictionary's as a term."""
    return to_hiragana(fold(form).text)


def stem(word: str) -> str:
    """Return the term of an English word in singular and plural (Harman's S-stemmer), and nothing for other words."""
    if len(word) < _SHORTEST_STEMMED or not _LATIN_WORD.fullmatch(word):
        return ""
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return f"{STEM}{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return STEM + word[:-1]
    return STEM + word


def unlengthened(term: str) -> str:
    """Return a loan word without the mark of length at its end, which one writes and the other leaves out; other terms as they are."""
    return term[:-1] if _LOAN_WORD.fullmatch(term) else term


def cut(terms: set[str]) -> frozenset[str]:
    """Bound the terms in length; the empty one says nothing."""
    return frozenset(term[:LONGEST_TERM].strip() for term in terms) - {""}
