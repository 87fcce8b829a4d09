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

LONGEST_NAME: Final = 80

# ヤフー and やふー, キヤノン and キャノン, フイルム and フィルム are each one name to who types it.
_SMALL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
# Nothing is seen of these, and two names that differ by them alone look the same.
_UNSEEN: Final = re.compile(r"[\u200b\u2060\ufeff]")
_BLANK: Final = re.compile(r"[\s\u115f\u1160\u200c\u200d\u2800\u3164\uffa0]*")
_LEGAL_FORMS: Final = ("株式会社", "有限会社", "合同会社", "(株)", "(有)", "(同)")


@cache
def industries() -> dict[str, dict[str, str]]:
    """Return the industries of data/companies.toml: {key: {language: words}}."""
    text = files("server.companies").joinpath("data", "companies.toml").read_text(encoding="utf-8")
    told = [entry["industry"] for entry in tomllib.loads(text)["company"]]
    return {entry["key"]: {"ja": entry["ja"], "en": entry["en"]} for entry in told}


def folded_name(name: str) -> str:
    """Return what two spellings of one name have in common: no width, case, kana, spaces, marks or legal form."""
    text = fold(name).text
    for form in _LEGAL_FORMS:
        text = text.replace(form, "")
    kept = "".join(character for character in text if character == "ー" or character.isalnum() or character in "+&")
    return to_hiragana(kept).translate(_SMALL)


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
