"""No to invitations, to the weekly mail of the queue, or to mails of standing queries, from within a mail program (RFC 8058).

It calls without cookies and without an origin, for who pressed its button.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from server.accounts.commands import refuse_queue_mail
from server.http.guard import whereabouts
from server.kit.db import Database, Session
from server.kit.keyed import KeyedHash
from server.kit.limits import Limits
from server.kit.refusal import Refusal, TooOften
from server.kit.seal import Seal
from server.rosters.commands import decline_invitation
from server.standing.commands import refuse_standing_mail

_QUIET = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Refusals:
    """The endpoints, over the running parts. Their addresses can say no and nothing else, so that they may stand in logs."""

    db: Database
    limits: Limits
    seal: Seal
    keyed: KeyedHash

    def routes(self) -> list[BaseRoute]:
        """Return the routes: no to invitations, to the weekly mail of the queue, and to mails of standing queries."""
        kinds = (
            ("/invitations/refused", self._invitations, _asking),
            ("/queue/refused", self._queue_mail, _settings),
            ("/standing/refused", self._standing_mail, _standing),
        )
        return [Route(f"{path}/{{token}}", self._through(refuse, page), methods=["GET", "POST"]) for path, refuse, page in kinds]

    def _through(
        self, refuse: Callable[[Session, str], Awaitable[None]], page: Callable[[str], str]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Take the no of a POST; who opened the address is led to a page that asks first. All tokens look alike."""

        async def answer(request: Request) -> Response:
            token = request.path_params["token"]
            if request.method != "POST":
                return RedirectResponse(page(token), 303, _QUIET)
            try:
                await self.limits.spend("invitation.origin", whereabouts(request.client.host) if request.client else "")
                async with self.db.transaction() as session:
                    await refuse(session, token)
            except TooOften as refusal:
                return Response(status_code=429, headers=_QUIET | {"retry-after": str(refusal.retry_after)})
            except Refusal:
                # Refused before, answered with yes, or none of ours: there is nothing that a mail program could do about it.
                return Response(status_code=204, headers=_QUIET)
            return Response(status_code=204, headers=_QUIET)

        return answer

    async def _invitations(self, session: Session, token: str) -> None:
        await decline_invitation(session, token, self.keyed)

    async def _queue_mail(self, session: Session, token: str) -> None:
        await refuse_queue_mail(session, self.seal, token)

    async def _standing_mail(self, session: Session, token: str) -> None:
        await refuse_standing_mail(session, self.seal, token)


def _asking(token: str) -> str:
    return f"/invitation/refuse#token={quote(token)}"


def _settings(_token: str) -> str:
    return "/me/signins"


def _standing(_token: str) -> str:
    return "/me/searches"
