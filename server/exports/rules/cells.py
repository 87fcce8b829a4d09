"""A spreadsheet calculates what begins like a formula, whoever wrote it."""

from typing import Final

# As OWASP lists them, the full-width ones too, which Japanese spreadsheets read alike; some drop a NUL, and then what follows counts.
_CALCULATED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Return the text as a cell that is shown and never calculated: with an apostrophe in front, as spreadsheets themselves mark a text."""
    return f"'{text}" if text.startswith(_CALCULATED) else text
