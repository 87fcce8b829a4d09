"""What an author or a responder may write: lengths, links and days; every fault names its field."""

import html
import re
from datetime import date, timedelta

from server.kit.refusal import Missing, TooLong
from server.opportunities.errors import LastDayPast, LastDayTooFar, ScriptInText

LONGEST_TITLE = 80
LONGEST_BODY = 5000
LONGEST_PLACE = 60
LONGEST_NOTE = 1000
MOST_SKILLS = 10
# Companies, and members, from whom one post is hidden: of each.
MOST_EXCLUDED = 20
# domain.md's rule 5: live at most 90 days, and no posting anew in disguise.
LONGEST_LIFE = timedelta(days=90)

_CODE = re.compile(r"(`+)[\s\S]*?\1|^ {0,3}~~~[\s\S]*?^ {0,3}~~~", re.MULTILINE)
# Elements that run or load something, handlers of events, and addresses that run; the word JavaScript alone is no script.
_SCRIPT = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|svg|form|meta|link|base)\b"
    r"|<[a-z][^>]*\son[a-z]+\s*="
    r"|(?:\]\(|\]:|<|(?:href|src)\s*=)[\s<\"']*(?:javascript|vbscript|data)\s*:",
    re.IGNORECASE,
)
# What cannot be seen, and what turns the reading direction of everything after it.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def seen(text: str) -> str:
    """Return the text without what cannot be seen in it."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n")).strip()


def checked_title(text: str) -> str:
    """Return the title on one line."""
    return checked_line("title", text, LONGEST_TITLE)


def checked_place(text: str | None) -> str | None:
    """Return the place on one line, or None for an empty one."""
    return checked_line("place", text, LONGEST_PLACE) if text and text.strip() else None


def checked_line(field: str, text: str, limit: int) -> str:
    """Return a text on one line, of 1 to `limit` characters."""
    return _within(field, " ".join(_UNSEEN.sub("", text).split()), limit)


def checked_body(text: str) -> str:
    """Return the Markdown of a body. Script is refused rather than silently lost, unless it stands in code as an example."""
    body = _within("body", seen(text), LONGEST_BODY)
    if _SCRIPT.search(html.unescape(_CODE.sub("", body))):
        raise ScriptInText("body")
    return body


def checked_note(text: str) -> str:
    """Return the plain text of a response's note."""
    return _within("note", seen(text), LONGEST_NOTE)


def checked_last_day(last_day: date, *, today: date, posted_on: date) -> date:
    """Return the last day: today or later, at most 90 days after the day of posting, which no edit moves."""
    if last_day < today:
        raise LastDayPast("lastDay")
    latest = posted_on + LONGEST_LIFE
    if last_day > latest:
        raise LastDayTooFar("lastDay", limit=LONGEST_LIFE.days, latest=latest.isoformat())
    return last_day


def _within(field: str, text: str, limit: int) -> str:
    if not text:
        raise Missing(field)
    if len(text) > limit:
        raise TooLong(field, limit=limit)
    return text
