"""Changes to accounts: asking for a mail, answering it, identities, sessions, language and standing."""

from server.accounts.commands.answers import Attempt, Consumed, consume_code, consume_link, count_attempt
from server.accounts.commands.forgetting import forget_spent
from server.accounts.commands.identities import (
    Arrival,
    OpenedOidcRequest,
    Proven,
    TakenOidcRequest,
    arrive,
    link_answered,
    link_identity,
    open_oidc_request,
    take_arrival,
    take_oidc_request,
    unlink_identity,
)
from server.accounts.commands.members import choose_language, grant_steward, make_member, raise_authz_version
from server.accounts.commands.requests import Letter, issue_secrets, request_sign_in, request_sign_up
from server.accounts.commands.sessions import OpenedSession, end_all_sessions, end_session, open_session, sign_in_demo, touch_session

__all__ = [
    "Arrival",
    "Attempt",
    "Consumed",
    "Letter",
    "OpenedOidcRequest",
    "OpenedSession",
    "Proven",
    "TakenOidcRequest",
    "arrive",
    "choose_language",
    "consume_code",
    "consume_link",
    "count_attempt",
    "end_all_sessions",
    "end_session",
    "forget_spent",
    "grant_steward",
    "issue_secrets",
    "link_answered",
    "link_identity",
    "make_member",
    "open_oidc_request",
    "open_session",
    "raise_authz_version",
    "request_sign_in",
    "request_sign_up",
    "sign_in_demo",
    "take_arrival",
    "take_oidc_request",
    "touch_session",
    "unlink_identity",
]
