"""Changes to accounts: asking for a mail, answering it, sessions, language and standing."""

from server.accounts.commands.answers import Attempt, Consumed, consume_code, consume_link, count_attempt
from server.accounts.commands.forgetting import forget_spent
from server.accounts.commands.members import choose_language, grant_steward, make_member, raise_authz_version
from server.accounts.commands.requests import Letter, issue_secrets, request_sign_in, request_sign_up
from server.accounts.commands.sessions import OpenedSession, end_all_sessions, end_session, open_session, sign_in_demo, touch_session

__all__ = [
    "Attempt",
    "Consumed",
    "Letter",
    "OpenedSession",
    "choose_language",
    "consume_code",
    "consume_link",
    "count_attempt",
    "end_all_sessions",
    "end_session",
    "forget_spent",
    "grant_steward",
    "issue_secrets",
    "make_member",
    "open_session",
    "raise_authz_version",
    "request_sign_in",
    "request_sign_up",
    "sign_in_demo",
    "touch_session",
]
