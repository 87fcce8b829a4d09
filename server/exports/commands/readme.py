"""What the file says of itself: what each part is, from when it is, what is not in it and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.kit.actor import Language
from server.kit.clock import TOKYO
from server.kit.text import sentence

_SECTIONS: Final = ("reading", "absent")


@dataclass(frozen=True, slots=True)
class Told:
    """What the README says of a sheet: its name, how many rows it has, and whether there is a CSV of it too."""

    name: str
    count: int
    in_cells: bool


def readme(language: Language, sheets: Sequence[Told], at: datetime, *, photo: bool) -> str:
    """Return the text, with lines as Windows ends them."""
    moment = at.astimezone(TOKYO).strftime("%Y-%m-%d %H:%M")
    parts = [sentence(language, "exports.readme.head", moment=moment), sentence(language, "exports.readme.files")]
    parts += [_entry(language, sheet) for sheet in sheets]
    if photo:
        parts.append(f"photos/photo.webp\n    {sentence(language, 'exports.sheet.photo')}")
    parts += [sentence(language, f"exports.readme.{section}") for section in _SECTIONS]
    return "\n\n".join(part.strip() for part in parts).replace("\n", "\r\n") + "\r\n"


def _entry(language: Language, sheet: Told) -> str:
    names = f"json/{sheet.name}.json" + (f"  csv/{sheet.name}.csv" if sheet.in_cells else "")
    count = sentence(language, "exports.readme.count", count=sheet.count) if sheet.in_cells else ""
    return f"{names}{count}\n    {sentence(language, f'exports.sheet.{sheet.name}')}"
