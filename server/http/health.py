"""Health and metrics: whether the database answers, and counters for whoever scrapes them from this machine."""

from collections.abc import Awaitable, Callable
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from sqlalchemy import literal, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.kit.clock import now
from server.kit.db import Database
from server.search import upkeep

Endpoint = Callable[[Request], Awaitable[Response]]
_WAITING: Final = Gauge("engawa_search_waiting", "Documents that changed since Meilisearch was given them")
_LAG: Final = Gauge("engawa_search_lag_seconds", "For how long the oldest of them has waited")
_LOCAL = {"127.0.0.1", "::1"}


def healthz(db: Database) -> Endpoint:
    """Return the endpoint that answers 200 once everything a request needs is there, 503 otherwise."""

    async def answer(_request: Request) -> Response:
        try:
            async with db.read() as session:
                await session.execute(select(literal(1)))
        except (SQLAlchemyError, OSError):
            return JSONResponse({"ready": False, "database": "unreachable"}, 503)
        return JSONResponse({"ready": True})

    return answer


def metrics(db: Database) -> Endpoint:
    """Return the endpoint of the process's metrics, for callers on this machine only; a proxy must not forward the path."""

    async def answer(request: Request) -> Response:
        if request.client is None or request.client.host not in _LOCAL or "x-forwarded-for" in request.headers:
            return Response(status_code=404)
        async with db.read() as session:
            lag = await upkeep.lag(session)
        _WAITING.set(lag.waiting)
        _LAG.set(0 if lag.since is None else (now() - lag.since).total_seconds())
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return answer
