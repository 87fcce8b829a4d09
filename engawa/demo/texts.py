"""The hand-written texts and names of the demo world, read from the data files beside this module."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """A post before it has an author: every slot is filled but those that the author's own facts fill."""

    kind: str
    direction: str
    title: str
    body: str
    skills: tuple[str, ...]
    remote: bool
    place: str | None
    terms: Mapping[str, str]
    profession: str | None
    language: str = "ja"


@dataclass(frozen=True, slots=True)
class Wording:
    """What people of one profession say of themselves in one language; `nows` are pairs of a sentence and a present position."""

    pasts: Sequence[str]
    nows: Sequence[tuple[str, str]]
    stories: Sequence[str]
    gives: Sequence[str]
    asks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Profession:
    """A kind of worker: how common, where they worked, what they can do and how they speak of it."""

    key: str
    weight: int
    companies: Mapping[str, int]
    departments: Sequence[str]
    titles: Sequence[str]
    skills: Sequence[str]
    ja: Wording
    en: Wording


@cache
def read(name: str) -> dict[str, Any]:
    """Return the parsed data file of that name, without its ending."""
    return tomllib.loads((files("engawa.demo") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def professions() -> Mapping[str, Profession]:
    """Return every profession by its key, in the order of the keys."""
    folder = files("engawa.demo") / "data" / "professions"
    keys = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {key: _profession(key, read(f"professions/{key}")) for key in keys}


@cache
def drafts() -> tuple[Draft, ...]:
    """Return every post of every profession, one for each of its variations."""
    return tuple(draft for key in professions() for post in read(f"professions/{key}")["post"] for draft in _variations(post, key, "ja"))


@cache
def english_drafts() -> tuple[Draft, ...]:
    """Return the posts of members who write in English; any of them may be the author."""
    return tuple(draft for post in read("english")["post"] for draft in _variations(post, None, "en"))


def draft_of(post: Mapping[str, Any], profession: str | None, language: str, slots: Mapping[str, str]) -> Draft:
    """Return the post with `slots` filled in."""
    kind, direction = post["kind"].lower().split()
    place: str | None = post.get("place")
    return Draft(
        kind=kind,
        direction=direction,
        title=_fill(post["title"], slots),
        body=_fill(post["body"], slots).strip() + "\n",
        skills=tuple(post["skills"]),
        remote=post.get("remote", False),
        place=_fill(place, slots) if place else None,
        terms={term: _fill(value, slots) for term, value in post["terms"].items()},
        profession=profession,
        language=language,
    )


def _variations(post: Mapping[str, Any], profession: str | None, language: str) -> list[Draft]:
    return [draft_of(post, profession, language, slots) for slots in post["vary"]]


def _fill(text: str, slots: Mapping[str, str]) -> str:
    for slot, value in slots.items():
        text = text.replace("{" + slot + "}", value)
    return text


def _profession(key: str, data: Mapping[str, Any]) -> Profession:
    return Profession(
        key=key,
        weight=data["weight"],
        companies=data["companies"],
        departments=data["departments"],
        titles=data["titles"],
        skills=data["skills"],
        ja=_wording(data, ""),
        en=_wording(data, "_en"),
    )


def _wording(data: Mapping[str, Any], suffix: str) -> Wording:
    return Wording(
        pasts=data["pasts" + suffix],
        nows=[_pair(now) for now in data["nows" + suffix]],
        stories=data.get("stories" + suffix, ()),
        gives=data["gives" + suffix],
        asks=data["asks" + suffix],
    )


def _pair(now: str) -> tuple[str, str]:
    sentence, _, position = now.partition("|")
    return sentence, position
