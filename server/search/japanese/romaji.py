"""The key of a romanised name: one spelling for Hepburn, Kunrei and passport forms, so that Ohno, Oono and おおの meet."""

import re
import unicodedata

from server.search.japanese.folding import is_hiragana

# A key shares the token space with words; its mark keeps the key of a name from meeting an English word.
MARK = "~"

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_SYLLABLES = {kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)} | {
    "だ": "da", "ぢ": "zi", "づ": "zu", "で": "de", "ど": "do", "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e",
    "を": "o", "ん": "n", "ゔ": "bu", "っ": "", "ー": "",
}  # fmt: skip
_GLIDES = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))

# In this order: each step may rely on what the earlier ones left.
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]", ""),
        (r"oh(?![aiueoy])", "o"),
        (r"[ct]ch", "ch"),
        (r"sh", "sy"),
        (r"ch", "ty"),
        (r"ts", "t"),
        (r"dz", "z"),
        (r"j", "zy"),
        (r"yy", "y"),
        (r"([sztd])yi", r"\1i"),
        (r"f", "h"),
        (r"l", "r"),
        (r"v", "b"),
        (r"c", "k"),
        (r"m(?=[bpm])", "n"),
    )
)
# What a spelling that stops in the middle of a syllable may become: "takahash" goes on as "takahasi", "nam" as "namba" or "nami".
_TAILS = {"sh": "s", "tch": "t", "cch": "t", "ch": "t", "tc": "t", "ts": "t", "c": "", "dz": "z", "j": "z", "f": "h", "m": ""}
_OPEN_TAIL = re.compile(f"(?:{'|'.join(_TAILS)})$")
# A long vowel as it is typed, and twice; in a key that tells it, it is a capital.
_LONG_TYPED = re.compile(r"oh(?![aiueoy])|[ōôūû]")
_DOUBLED = {"oh": "oo", "ō": "oo", "ô": "oo", "ū": "uu", "û": "uu"}
_LONG_VOWEL = re.compile("o[ou]|uu")
_ROW = re.compile(r"(.)\1+")
# Ooono has three; more of one letter are no vowel that is held longer.
_LONGEST_ROW = 3


def key_of_kana(hiragana: str) -> str:
    """Return the key of a reading in hiragana."""
    return _shorten(_romanised(hiragana))


def keys_of_kana(hiragana: str) -> frozenset[str]:
    """Return the key, and where the reading has a long o or u the one that tells it from a short one: おおの is not おの."""
    return _with_long(_romanised(hiragana))


def _romanised(hiragana: str) -> str:
    syllables: list[str] = []
    for kana in hiragana:
        if kana in _GLIDES and syllables and syllables[-1].endswith("i"):
            syllables[-1] = syllables[-1][:-1] + _GLIDES[kana]
        elif kana in _SMALL_VOWELS and syllables and syllables[-1]:
            syllables[-1] = syllables[-1][:-1] + _SMALL_VOWELS[kana]
        else:
            syllables.append(_SYLLABLES.get(kana, ""))
    return "".join(syllables)


def key_of_latin(text: str, *, unfinished: bool = False) -> str:
    """Return the key of a name in Latin letters; of an `unfinished` one, a key that those of all its completions begin with."""
    letters = "".join(character for character in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(character))
    if unfinished:
        letters = _OPEN_TAIL.sub(lambda tail: _TAILS[tail.group()], letters)
    for pattern, replacement in _SPELLINGS:
        letters = pattern.sub(replacement, letters)
    return _shorten(letters)


def keys_of_latin(text: str) -> frozenset[str]:
    """Return the key of a name in Latin letters, and where a long o or u was typed the one that tells so."""
    long = _LONG_TYPED.sub(lambda vowel: _DOUBLED[vowel.group()], unicodedata.normalize("NFC", text.casefold()))
    letters = "".join(character for character in unicodedata.normalize("NFD", long) if not unicodedata.combining(character))
    for pattern, replacement in _SPELLINGS:
        letters = pattern.sub(replacement, letters)
    return frozenset({key_of_latin(text)}) | _with_long(letters)


def sounding(term: str) -> frozenset[str]:
    """Return the key of a term in hiragana, which names that sound alike share: ヴィ and ビ, づ and ず, おー and おお."""
    return frozenset({MARK + key_of_kana(term)}) if len(term) > 1 and is_hiragana(term) else frozenset()


def _with_long(letters: str) -> frozenset[str]:
    key = _shorten(letters)
    long = _shorten(_LONG_VOWEL.sub(lambda vowel: vowel.group()[0].upper(), letters))
    return frozenset({key}) if long == key else frozenset({key, long})


def _shorten(letters: str) -> str:
    return _ROW.sub(_once, _ROW.sub(_once, letters).replace("ou", "o"))


def _once(row: re.Match[str]) -> str:
    return row[1] if len(row[0]) <= _LONGEST_ROW else row[0]
