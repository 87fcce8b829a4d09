"""What a message can be: plain text, not blank, of a bearable length."""

import re

from server.conversations.errors import BlankMessage
from server.kit.refusal import TooLong

LONGEST_MESSAGE = 4000

# Control characters, and those that turn the reading direction of everything after them.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"[\s\u200b\u200d\u2060\u3164\ufeff]*")


def checked_message(text: str) -> str:
    """Return the text without control characters and without blanks around it."""
    body = _UNSEEN.sub("", text.replace("\r\n", "\n")).strip()
    if _BLANK.fullmatch(body):
        raise BlankMessage("body")
    if len(body) > LONGEST_MESSAGE:
        raise TooLong("body", limit=LONGEST_MESSAGE)
    return body
