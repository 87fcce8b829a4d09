"""What a group may say of itself and ask, an applicant answer, and a join link promise: lengths, numbers, what must not be left out."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from server.companies.rules import checked, one_line
from server.groups.errors import AnswersDoNotFit, BadSlug, DaysOutOfRange, UsesOutOfRange
from server.kit.refusal import Missing, TooMany

MOST_QUESTIONS: Final = 5
LONGEST_QUESTION: Final = 200
LONGEST_ANSWER: Final = 1000
LONGEST_LABEL: Final = 60
LONGEST_MESSAGE: Final = 1000
MOST_MESSAGES: Final = 20
MOST_LINKS: Final = 20
MOST_USES: Final = 10_000
MOST_DAYS: Final = 365
# When nobody decided for so long, the stewards are asked.
DAYS_UNTIL_STEWARDS: Final = 7
# Of one member, at a time; those that were declined do not count.
MOST_PROPOSALS: Final = 3
MOST_COMPANIES: Final = 10
LONGEST_SLUG: Final = 40
LONGEST_DESCRIPTION: Final = 1000
LONGEST_GUIDELINES: Final = 4000
LONGEST_CONTACT: Final = 200
LONGEST_NOTE: Final = 1000
LONGEST_REASON: Final = 500
MOST_USUAL_DAYS: Final = 30
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Addresses beside those of groups.
_TAKEN: Final = frozenset({"new"})
_BREAKS: Final = re.compile(r"\r\n?")


class Standing(Enum):
    """What can be done with a join link."""

    OPEN = "open"
    USED_UP = "used_up"
    EXPIRED = "expired"
    ENDED = "ended"


def clean_questions(questions: Sequence[str]) -> list[str]:
    """Return at most five questions of one line each, without empty and repeated ones; the field is `questions`."""
    asked = list(dict.fromkeys(one_line("questions", each, LONGEST_QUESTION) for each in questions if each.strip()))
    if len(asked) > MOST_QUESTIONS:
        raise TooMany("questions", limit=MOST_QUESTIONS)
    return asked


def clean_answers(questions: Sequence[str], answers: Sequence[str]) -> list[dict[str, str]]:
    """Return what was answered beside what was asked; every question wants an answer. Fields are `answers.0`, `answers.1` …

    Raise AnswersDoNotFit where the number differs: the questions were changed since they were read.
    """
    if len(questions) != len(answers):
        raise AnswersDoNotFit("answers")
    return [
        {"question": question, "answer": several_lines(f"answers.{number}", answer, LONGEST_ANSWER)}
        for number, (question, answer) in enumerate(zip(questions, answers, strict=True))
    ]


def several_lines(field: str, text: str, limit: int) -> str:
    """Return a text of one or several lines; raise Missing, TooLong or UnreadableText for the field."""
    written = _BREAKS.sub("\n", text).strip()
    if not written:
        raise Missing(field)
    return checked(field, written, limit, allowed="\n\t")


def clean_uses(most_uses: int | None) -> int | None:
    """Return how often a link may be used; None: as often as people come while it lasts."""
    if most_uses is not None and not 1 <= most_uses <= MOST_USES:
        raise UsesOutOfRange("mostUses", limit=MOST_USES)
    return most_uses


def lasts_until(at: datetime, days: int) -> datetime:
    """Return until when a link that is made now lasts."""
    if not 1 <= days <= MOST_DAYS:
        raise DaysOutOfRange("days", limit=MOST_DAYS)
    return at + timedelta(days=days)


def standing_of(*, used: int, most_uses: int | None, expires_at: datetime, ended_at: datetime | None, at: datetime) -> Standing:
    """Tell what can be done with a link at an instant; what its operators did comes before what time did."""
    if ended_at is not None:
        return Standing.ENDED
    if expires_at <= at:
        return Standing.EXPIRED
    return Standing.USED_UP if most_uses is not None and used >= most_uses else Standing.OPEN


def clean_slug(slug: str) -> str:
    """Return the short name under which a group stands in its address; raise BadSlug, TooLong or Missing, of field `slug`."""
    written = one_line("slug", slug, LONGEST_SLUG)
    if not _SLUG.fullmatch(written) or written in _TAKEN:
        raise BadSlug("slug")
    return written


def overdue_since(at: datetime) -> datetime:
    """Return since when an application has waited that is the stewards' too by an instant."""
    return at - timedelta(days=DAYS_UNTIL_STEWARDS)


def optional_lines(field: str, text: str | None, limit: int) -> str | None:
    """Return a text of one or several lines, None for an empty one; raise TooLong or UnreadableText for the field."""
    return several_lines(field, text, limit) if (text or "").strip() and text else None


def usual_days(days: int) -> int:
    """Return how long a decision usually takes, as a group says of itself; the field is `texts.usualDays`."""
    if not 1 <= days <= MOST_USUAL_DAYS:
        raise DaysOutOfRange("texts.usualDays", limit=MOST_USUAL_DAYS)
    return days
