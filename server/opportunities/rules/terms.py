"""The terms that a kind asks for, read from data/terms.toml, and whether what an author gave is complete and sound."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from server.kit.refusal import Missing, TooLong
from server.opportunities.errors import NamelessRecruitment, NotAChoice, NotADate, NotMoney, NotWithin, RepeatedTerm, UnknownTerm
from server.opportunities.rules.kinds import RECRUITING, Direction, Kind
from server.opportunities.rules.writing import seen

LONGEST = 500

_CURRENCY = re.compile(r"円|¥|￥|JPY|USD|\$|EUR|€", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_RECRUITER = ("recruiter_name", "recruiter_address", "recruiter_contact")
_ON_BEHALF_OF = ("recruiter_name", "on_behalf_of")


class TermType(Enum):
    """How a term is filled in."""

    LINE = "LINE"
    TEXT = "TEXT"
    CHOICE = "CHOICE"


@dataclass(frozen=True, slots=True)
class Labels:
    """A text in both languages."""

    ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value, and how it reads."""

    code: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class TermField:
    """One question of the form. `when` is the key and value of a choice that alone makes it asked."""

    key: str
    labels: Labels
    type: TermType
    required: bool
    when: tuple[str, str] | None = None
    shape: str | None = None
    least: int = 0
    most: int = 0
    choices: tuple[Choice, ...] = ()

    def label_of(self, value: str) -> Labels:
        """Return how a stored value reads: a choice by its label, everything else as it was written."""
        return next((choice.labels for choice in self.choices if choice.code == value), Labels(value, value))


@cache
def form(kind: Kind, direction: Direction) -> tuple[TermField, ...]:
    """Return what an opportunity of the kind is asked, in the order of the form."""
    return tuple(_field(row, direction) for row in _rows() if kind.name in row["kinds"])


def checked_terms(kind: Kind, direction: Direction, given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the terms to keep, in the order of the form; the first fault in that order is raised, on `terms.<key>`.

    An empty text counts as absent. A term that another choice leaves unasked is not kept. Unknown keys come last.
    """
    values: dict[str, str] = {}
    for key, value in given:
        if key in values:
            raise RepeatedTerm(f"terms.{key}")
        values[key] = seen(value)
    fields = form(kind, direction)
    kept: dict[str, str] = {}
    for field in fields:
        if field.when is not None and kept.get(field.when[0]) != field.when[1]:
            continue
        value = values.get(field.key, "")
        if value:
            kept[field.key] = _checked(field, value)
        elif field.required:
            raise (NamelessRecruitment if kind in RECRUITING and field.key in _RECRUITER else Missing)(f"terms.{field.key}")
    unknown = values.keys() - {field.key for field in fields}
    if unknown:
        raise UnknownTerm(f"terms.{min(unknown)}")
    return kept


def on_behalf_of(terms: Mapping[str, str]) -> str | None:
    """Return on whose behalf the terms say that something is sought or offered."""
    return next((terms[key] for key in _ON_BEHALF_OF if key in terms), None)


def pay_of(kind: Kind, direction: Direction, terms: Mapping[str, str]) -> tuple[Labels, Labels] | str | None:
    """Return the pay as its author wrote it; or, where none is paid, the label of the fee and of its choice; or None."""
    written = terms.get("pay") or terms.get("fee")
    if written or "fee_terms" not in terms:
        return written
    asked = next((field for field in form(kind, direction) if field.key == "fee_terms"), None)
    return None if asked is None else (asked.labels, asked.label_of(terms["fee_terms"]))


def _checked(field: TermField, value: str) -> str:
    where = f"terms.{field.key}"
    if len(value) > LONGEST:
        raise TooLong(where, limit=LONGEST)
    if field.type is TermType.CHOICE and value not in {choice.code for choice in field.choices}:
        raise NotAChoice(where)
    if field.shape == "money" and not (re.search(r"\d", value) and _CURRENCY.search(value)):
        raise NotMoney(where)
    if field.shape == "date" and not _is_day(value):
        raise NotADate(where)
    if field.shape == "number" and not (value.isdecimal() and field.least <= int(value) <= field.most):
        raise NotWithin(where, least=field.least, most=field.most)
    return " ".join(value.split()) if field.type is TermType.LINE else value


def _is_day(value: str) -> bool:
    found = _DAY.fullmatch(value)
    if found is None:
        return False
    try:
        date(*(int(part) for part in found.groups()))
    except ValueError:
        return False
    return True


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    data = files("server.opportunities").joinpath("data", "terms.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(data)["term"])


def _field(row: Mapping[str, Any], direction: Direction) -> TermField:
    key, _, value = row.get("when", "").partition("=")
    return TermField(
        key=row["key"],
        labels=Labels(row["ja"], row["en"]),
        type=TermType(row["type"]),
        required=row["required"] in ("BOTH", direction.name),
        when=(key, value) if key else None,
        shape=row.get("shape"),
        least=row.get("least", 0),
        most=row.get("most", 0),
        choices=tuple(Choice(choice["code"], Labels(choice["ja"], choice["en"])) for choice in row.get("choices", ())),
    )
