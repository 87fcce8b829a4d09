"""Health and metrics: whether the database answers, and counters for whoever scrapes them from this machine."""

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import literal, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.kit.db import Database

Endpoint = Callable[[Request], Awaitable[Response]]
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


async def metrics(request: Request) -> Response:
    """Answer with the process's metrics, to callers on this machine only; a proxy must not forward the path."""
    if request.client is None or request.client.host not in _LOCAL or "x-forwarded-for" in request.headers:
        return Response(status_code=404)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
