"""A deployment that trusts an OpenID provider, and browsers on their way through it."""

import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx

from server.kit.limits import Limits
from server.kit.settings import load_settings
from tests.engawa.deploying import DEPLOYMENT
from tests.support.provider import Provider
from tests.support.running import Application, Client, running

START = "/signin/oidc"


@asynccontextmanager
async def trusting(provider: Provider, url: str, *, limits: Limits | None = None) -> AsyncGenerator[Application]:
    """Serve a deployment whose members may sign in at the provider."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables = DEPLOYMENT | provider.variables | {"DATABASE_URL": url.replace("+asyncpg", ""), "PUBLIC_URL": f"http://127.0.0.1:{port}"}
    async with running(url, load_settings(variables), limits=limits, port=port) as application:
        yield application


async def through(client: Client, **query: str) -> httpx.URL:
    """Go through the provider as a browser does, redirect by redirect; return where it ends."""
    return (await client.http.get(START, params=query, follow_redirects=True)).url


async def sent_back(client: Client) -> str:
    """Go to the provider and return the address to which it sends back, without going there."""
    there = await client.http.get(START)
    return (await client.http.get(there.headers["location"])).headers["location"]
