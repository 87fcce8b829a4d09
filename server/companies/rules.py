"""Which names mean the same company, what a name may look like, and which industries there are."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from server.companies.errors import UnreadableText
from server.kit.refusal import Missing, TooLong
from server.search.japanese.folding import fold, to_hiragana
from server.search.japanese.romaji import MARK, key_of_kana, key_of_latin

LONGEST_NAME: Final = 80

# ヤフー and やふー, キヤノン and キャノン, フイルム and フィルム are each one name to who types it.
_SMALL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
# Nothing is seen of these, and two names that differ by them alone look the same.
_UNSEEN: Final = re.compile(r"[\u200b\u2060\ufeff]")
_BLANK: Final = re.compile(r"[\s\u115f\u1160\u200c\u200d\u2800\u3164\uffa0]*")
# How many people a company has, from the smallest on.
SIZE_BANDS: Final = ("under_100", "100_999", "1000_9999", "10000_up")
_KANA: Final = re.compile(r"[ぁ-ゖー]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÿ' -]{2,}")
_LEGAL_FORMS: Final = ("株式会社", "有限会社", "合同会社", "(株)", "(有)", "(同)")


@cache
def industries() -> dict[str, dict[str, str]]:
    """Return the industries of data/industries.toml: {key: {language: words}}, in the order of the file."""
    text = files("server.companies").joinpath("data", "industries.toml").read_text(encoding="utf-8")
    return {entry["key"]: {"ja": entry["ja"], "en": entry["en"]} for entry in tomllib.loads(text)["industry"]}


def folded_name(name: str) -> str:
    """Return what two spellings of one name have in common: no width, case, kana, spaces, marks or legal form."""
    text = fold(name).text
    for form in _LEGAL_FORMS:
        text = text.replace(form, "")
    kept = "".join(character for character in text if character == "ー" or character.isalnum() or character in "+&")
    return to_hiragana(kept).translate(_SMALL)


def romaji_of(name: str) -> str | None:
    """Return the key under which a name in kana is found by who types it in Latin letters; None for other names."""
    kana = to_hiragana("".join(fold(name).text.split()))
    return MARK + key_of_kana(kana) if _KANA.fullmatch(kana) else None


def romaji_asked(text: str) -> str | None:
    """Return what the keys of all names begin with that a text in Latin letters may mean; None for other texts."""
    plain = fold(text).text
    key = key_of_latin(plain, unfinished=True) if _LATIN.fullmatch(plain) else ""
    return MARK + key if len(key) > 1 else None


def one_line(field: str, text: str, limit: int) -> str:
    """Return a text of one line without spaces around it; raise Missing, TooLong or UnreadableText for `field`."""
    cleaned = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split(" ")).strip()
    if _BLANK.fullmatch(cleaned):
        raise Missing(field)
    return checked(field, cleaned, limit)


def checked(field: str, text: str, limit: int, allowed: str = "") -> str:
    """Return the text when it is short enough and can be shown; `allowed` are control characters that it may have."""
    if len(text) > limit:
        raise TooLong(field, limit=limit)
    if any(_hidden(character) for character in text if character not in allowed):
        raise UnreadableText(field)
    return text


def _hidden(character: str) -> bool:
    # Control characters, lone surrogates and those that reorder text; joiners belong to some scripts and stay.
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
