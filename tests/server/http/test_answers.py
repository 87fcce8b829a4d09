"""What every answer bears, the session's cookie, the built client's files, health, metrics and the outbox page."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from engawa import app as composed
from server.accounts.commands.sessions import sign_in_demo
from server.kit.ids import uuid7
from server.kit.mail import Mail
from server.kit.settings import Settings
from server.search import upkeep
from tests.factories.accounts import make_account
from tests.support.running import Application, running

DEPLOYED = Settings(
    _env_file=None,
    database_url="postgresql://somewhere/engawa",
    smtp_url="smtp://127.0.0.1:1",
    secret_key="nobody-knows-these-40-characters-but-us!",
    public_url="https://engawa.example",
    operated_by="縁側の会",
    contact="desk@engawa.example",
)
SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built client, with a secret beside it."""
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html><title>縁側</title>", "utf-8")
    (built / "assets" / "main-1234.js").write_text("start()" * 400, "utf-8")
    (built / "favicon.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    monkeypatch.setattr(composed, "DIST", built)
    return built


@pytest.fixture
async def deployed(dist: Path, database_url: str) -> AsyncGenerator[Application]:
    """The application as a real deployment has it."""
    async with running(database_url, DEPLOYED) as application:
        yield application


@asynccontextmanager
async def signed_in(app: Application) -> AsyncGenerator[httpx.Response]:
    """The answer to a ready-made sign-in."""
    async with app.house.db.transaction() as session:
        await make_account(session, "demo-member@engawa.example")
    yield await app.guest().raw('mutation { signInToDemo(input: {key: "member"}) { __typename } }')


async def test_every_answer_bears_the_headers_of_safety(dist: Path, app: Application) -> None:
    http = app.guest().http
    answers = [
        await http.get("/"),
        await http.get("/opportunities/anything"),
        await http.get("/assets/main-1234.js"),
        await http.get("/missing.js"),
        await http.get("/healthz"),
        await http.get("/metrics"),
        await http.get("/dev/mail"),
        await http.get("/graphql"),
        await http.post("/"),
        await app.guest().raw("{ site { demo } }"),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 404, 200, 200, 200, 400, 405, 200]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in SAFE} == SAFE, answer.url
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "strict-transport-security" not in answer.headers
        assert "server" not in answer.headers


async def test_a_real_deployment_has_no_door_of_the_demo(deployed: Application) -> None:
    http = deployed.guest().http
    # The page's address is the client's, like any other.
    outbox = await http.get("/dev/mail")
    assert "送信箱" not in outbox.text
    assert outbox.text == (await http.get("/")).text
    assert outbox.headers["strict-transport-security"].startswith("max-age=")
    assert "wss://engawa.example" in outbox.headers["content-security-policy"]
    query = "{ site { demo demoSignIns { key } operatedBy contact } }"
    client = deployed.guest()
    site = (await client.raw(query, origin="https://engawa.example")).json()["data"]["site"]
    assert site == {"demo": False, "demoSignIns": [], "operatedBy": "縁側の会", "contact": "desk@engawa.example"}
    assert (await client.raw(query, origin=deployed.base)).status_code == 403
    mutation = 'mutation { signInToDemo(input: {key: "member"}) { __typename } }'
    async with deployed.house.db.transaction() as session:
        await make_account(session, "demo-member@engawa.example")
        assert await sign_in_demo(session, "member")
    refused = await client.raw(mutation, origin="https://engawa.example")
    assert refused.json()["data"]["signInToDemo"]["__typename"] == "NotFound"
    assert "set-cookie" not in refused.headers


async def test_the_cookie_on_loopback(app: Application) -> None:
    async with signed_in(app) as answer:
        name, *attributes = answer.headers["set-cookie"].split("; ")
        assert name.startswith("engawa=")
        assert {attribute.lower() for attribute in attributes} == {"httponly", "samesite=lax", "path=/", "max-age=5184000"}
        assert answer.headers["cache-control"] == "no-store"


async def test_the_cookie_under_https(deployed: Application) -> None:
    async with deployed.house.db.transaction() as session:
        member = (await make_account(session)).id
    client = await deployed.as_member(member)
    token = client.http.cookies["engawa"]
    client.http.cookies.clear()
    viewer = "{ viewer { id } }"
    origin = {"origin": "https://engawa.example"}
    assert (await client.raw(viewer, cookie=f"engawa={token}", **origin)).json()["data"]["viewer"] is None
    assert (await client.raw(viewer, cookie=f"__Host-engawa={token}", **origin)).json()["data"]["viewer"] is not None
    out = "mutation { signOut(input: {}) { __typename } }"
    answer = await client.raw(out, cookie=f"__Host-engawa={token}", **origin)
    name, *attributes = answer.headers["set-cookie"].split("; ")
    assert name in {"__Host-engawa=", '__Host-engawa=""'}
    assert {"httponly", "secure", "samesite=lax", "path=/", "max-age=0"} <= {attribute.lower() for attribute in attributes}
    assert not any(attribute.lower().startswith("domain") for attribute in attributes)


async def test_the_client_answers_its_pages_and_files_and_nothing_beside_them(dist: Path, app: Application) -> None:
    http = app.guest().http
    for page in ("/", "/people/x", "/%00", "/" + "あ" * 400, "/..%2Fsecret", "/%2Fetc%2Fpasswd", "/index.html"):
        answer = await http.get(page)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache"), page
        assert "<title>縁側</title>" in answer.text
    assert (await http.get("/favicon.svg")).text == "<svg/>"
    asset = await http.get("/assets/main-1234.js")
    assert (asset.headers["cache-control"], asset.headers["content-encoding"]) == ("public, max-age=31536000, immutable", "gzip")
    missing = ("/missing.css", "/assets/missing.js", "/assets/", "/assets/%00", "/assets/..%2F..%2Fsecret.txt", "/..%2Fsecret.txt")
    for path in missing:
        answer = await http.get(path)
        assert (answer.status_code, "secret" in answer.text) == (404, False), path
        assert "immutable" not in answer.headers.get("cache-control", "")
    assert (await http.head("/")).status_code == 200


async def test_without_a_built_client_the_page_says_what_to_do(app: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composed, "DIST", tmp_path)
    async with running(app.house.url, Settings(_env_file=None)) as bare:
        answer = await bare.guest().http.get("/")
        assert (answer.status_code, "make run" in answer.text) == (503, True)


async def test_metrics_are_for_this_machine(app: Application) -> None:
    http = app.guest().http
    told = (await http.get("/metrics")).text
    assert "python_info" in told
    assert "engawa_search_waiting 0.0" in told
    async with app.house.db.transaction() as session:
        await upkeep.note(session, [("people", uuid7())])
    assert "engawa_search_waiting 1.0" in (await http.get("/metrics")).text
    proxied = await http.get("/metrics", headers={"x-forwarded-for": "203.0.113.7"})
    assert (proxied.status_code, proxied.text) == (404, "")


async def test_the_outbox_shows_mails_as_text(app: Application) -> None:
    mailer = app.house.worker.mailer
    await mailer.send(Mail("a@people.example", "<b>件名</b>", "<script>x</script>\nhttp://localhost/?a=1&b=2", "<p>", "1"))
    await mailer.send(Mail("b@people.example", "もう一通", "本文", "<p>", "2"))
    http = app.guest().http
    page = (await http.get("/dev/mail")).text
    assert "<script>" not in page
    assert "&lt;b&gt;件名" in page
    assert '<a href="http://localhost/?a=1&amp;b=2">' in page
    assert page.index("もう一通") < page.index("件名")
    only = (await http.get("/dev/mail", params={"to": "b@people.example"})).text
    assert ("もう一通" in only, "件名" in only) == (True, False)
