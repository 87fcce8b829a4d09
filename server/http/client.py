"""The built web client: its files, cached for good by their hashed names, and its one page for every other address."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_NOT_BUILT = "<!doctype html><meta charset=utf-8><title>Engawa</title><p>The web client is not built: run <code>make run</code>."


class HashedFiles(StaticFiles):
    """Files whose names carry a hash of their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve one file, to be kept for a year."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def client_routes(dist: Path) -> list[BaseRoute]:
    """Return the routes of the client in `dist`; they come last, since they answer every GET that nothing else took."""

    async def page(request: Request) -> Response:
        name = request.path_params["path"]
        file = _file(dist, name)
        if file is not None:
            return FileResponse(file, headers={"cache-control": "no-cache"})
        if Path(name).suffix in {".js", ".css", ".map", ".json", ".svg", ".png", ".ico", ".txt", ".webmanifest"}:
            raise HTTPException(404)
        index = dist / "index.html"
        if not index.is_file():
            return HTMLResponse(_NOT_BUILT, 503)
        return FileResponse(index, headers={"cache-control": "no-cache"})

    routes: list[BaseRoute] = []
    if (dist / "assets").is_dir():
        routes.append(Mount("/assets", HashedFiles(directory=dist / "assets")))
    return [*routes, Route("/{path:path}", page, methods=["GET", "HEAD"])]


def _file(dist: Path, name: str) -> Path | None:
    try:
        file = (dist / name).resolve()
        return file if name and file.is_file() and file.is_relative_to(dist.resolve()) else None
    except (OSError, ValueError):
        # A name that no file can have: with a NUL in it, or too long.
        return None
