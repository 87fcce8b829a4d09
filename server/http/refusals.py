"""No to invitations from within a mail program (RFC 8058): it calls without cookies and without an origin, for who pressed its button."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from server.http.guard import whereabouts
from server.kit.db import Database
from server.kit.limits import Limits
from server.kit.refusal import Refusal, TooOften
from server.rosters.commands import decline_invitation

_QUIET = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Refusals:
    """The one endpoint, over the running parts. Its address can say no and nothing else, so that it may stand in logs."""

    db: Database
    limits: Limits

    def routes(self) -> list[BaseRoute]:
        """Return the route."""
        return [Route("/invitations/refused/{token}", self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """Take the no of a POST; who opened the address is led to a page that asks first. All tokens look alike."""
        if request.method != "POST":
            return RedirectResponse(f"/invitation/refuse#token={quote(request.path_params['token'])}", 303, _QUIET)
        try:
            await self.limits.spend("invitation.origin", whereabouts(request.client.host) if request.client else "")
            async with self.db.transaction() as session:
                await decline_invitation(session, request.path_params["token"])
        except TooOften as refusal:
            return Response(status_code=429, headers=_QUIET | {"retry-after": str(refusal.retry_after)})
        except Refusal:
            # Refused before, answered with yes, or none of ours: there is nothing that a mail program could do about it.
            return Response(status_code=204, headers=_QUIET)
        return Response(status_code=204, headers=_QUIET)
