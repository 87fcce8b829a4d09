"""What a page says, in the language that it is read in: the client's own catalogues, by their Japanese text."""

import ast
import re
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent.parent.parent / "web" / "locales"
_ENTRY = re.compile(r'^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)', re.MULTILINE)


@cache
def _english() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in sorted(LOCALES.glob("*/en.po")):
        for entry in _ENTRY.finditer(file.read_text(encoding="utf-8")):
            found[_joined(entry[1])] = _joined(entry[2])
    return found


def _joined(lines: str) -> str:
    return "".join(ast.literal_eval(line) for line in lines.strip().splitlines())


def says(language: str, japanese: str, **values: str | int) -> str:
    """Return the text with its {placeholders} filled, numbers with their separators; an English text that is missing raises KeyError."""
    text = japanese if language == "ja" else _english()[japanese]
    for name, value in values.items():
        written = f"{value:,}" if isinstance(value, int) else value
        text = _counted(text, name, value, written).replace("{" + name + "}", written).replace("{" + name + ", number}", written)
    return text


def _counted(text: str, name: str, value: str | int, written: str) -> str:
    """The text with what stands there of one, or of several."""
    forms = re.compile(r"\{" + name + r", plural,(?: one \{(?P<one>[^{}]*)\})? other \{(?P<other>[^{}]*)\}\}")
    return forms.sub(lambda found: ((found["one"] if value == 1 else None) or found["other"]).replace("#", written), text)
