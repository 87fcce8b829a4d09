"""Photos over HTTP: what is taken, what is kept of it, and who is shown it; whatever else is sent leaves nothing behind."""

import io
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from server.kit.actor import Level
from server.kit.ids import MemberId, global_id
from server.kit.pictures import SIZES
from tests.factories.people import make_block, make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged
from workers.erasing import erase

SECRET = b"35.6586N 139.7454E"


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600), **rest: Any) -> bytes:
    """A picture, its left half red and its right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    kept = io.BytesIO()
    image.save(kept, kind, **rest)
    return kept.getvalue()


def telling() -> bytes:
    """A picture turned on its side, that tells where it was taken, in EXIF, in a comment and behind its end."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, SECRET.decode()
    return picture(exif=exif.tobytes(), comment=SECRET) + SECRET


def bomb() -> bytes:
    """A PNG of 60,000 × 60,000 pixels in a few kilobytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 5_000_000)) + chunk(b"IEND", b"")


def moving(kind: str) -> bytes:
    """A picture of two frames."""
    kept = io.BytesIO()
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    frames[0].save(kept, kind, save_all=True, append_images=frames[1:], duration=100)
    return kept.getvalue()


async def send(client: Client, body: bytes | AsyncIterator[bytes], kind: str = "image/jpeg", **headers: str) -> httpx.Response:
    """Upload a body."""
    return await client.http.post("/photos", content=body, headers={"origin": client.base, "content-type": kind} | headers)


async def addresses(client: Client, member: MemberId) -> Any:
    """Where the client finds the member's photo."""
    return (await client.ask(f'{{ person(id: "{global_id("Person", member)}") {{ photo {{ small large }} }} }}'))["person"]["photo"]


def kept(folder: Path) -> list[str]:
    """The names of the stored files."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


async def member_of(app: Application, name: str = "高橋 悠", **profile: Any) -> MemberId:
    """A verified member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, name, **profile)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_photo_is_drawn_anew(app: Application, tmp_path: Path, kind: str) -> None:
    """As two squares of its middle, shown inline, and nowhere else than on this origin."""
    member = await member_of(app)
    client = await app.as_member(member)
    assert (await send(client, picture(kind), f"image/{kind.lower()}")).status_code == 204
    photo = await addresses(client, member)
    for side, address in zip(SIZES, (photo["large"], photo["small"]), strict=True):
        answer = await client.http.get(address)
        assert answer.headers["content-type"] == "image/webp"
        assert (answer.headers["cache-control"], answer.headers["content-disposition"]) == ("private, no-cache", "inline")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        with Image.open(io.BytesIO(answer.content)) as image:
            assert (image.format, image.size) == ("WEBP", (side, side))
        again = await client.http.get(address, headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert len(kept(tmp_path)) == 2


async def test_nothing_but_pixels_is_kept(app: Application, tmp_path: Path) -> None:
    """It stands upright, and where it was taken is told by nothing that is stored or served."""
    member = await member_of(app)
    client = await app.as_member(member)
    assert (await send(client, telling())).status_code == 204
    for file in tmp_path.rglob("*.webp"):
        content = file.read_bytes()
        assert SECRET not in content
        with Image.open(io.BytesIO(content)) as image:
            assert not image.getexif()
            assert set(image.info) <= {"loop", "background", "timestamp", "duration"}
            red, _, blue = image.convert("RGB").getpixel((image.width // 2, 4))  # pyright: ignore[reportGeneralTypeIssues]
            # Turned by a quarter: what was left is above now.
            assert red > 200 > blue


BAD = {
    "a bomb": (bomb(), "image/png", 422, "HugePicture"),
    "a script": (b"<script>alert(1)</script>", "image/jpeg", 422, "UnreadablePicture"),
    "a page": (b"<!doctype html><body onload=alert(1)>", "text/html", 415, "BAD_REQUEST"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "image/svg+xml", 415, "BAD_REQUEST"),
    "an SVG under another type": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/png", 422, "UnreadablePicture"),
    "a form": (picture(), "multipart/form-data; boundary=x", 415, "BAD_REQUEST"),
    "20 MB": (b"\xff" * 20_000_000, "image/jpeg", 413, "BAD_REQUEST"),
    "a cut-off file": (picture()[:2000], "image/jpeg", 422, "UnreadablePicture"),
    "a GIF": (picture("GIF"), "image/png", 422, "UnreadablePicture"),
    "a moving PNG": (moving("PNG"), "image/png", 422, "MovingPicture"),
    "a moving WebP": (moving("WEBP"), "image/webp", 422, "MovingPicture"),
    "a dot": (picture(size=(2, 2)), "image/jpeg", 422, "UnreadablePicture"),
    "nothing": (b"", "image/jpeg", 422, "UnreadablePicture"),
}


@pytest.mark.parametrize("what", BAD)
async def test_what_is_no_photo_leaves_nothing(app: Application, tmp_path: Path, what: str) -> None:
    """Refused with its reason; no row, no event, no job and no file."""
    body, kind, status, code = BAD[what]
    client = await app.as_member(await member_of(app))
    async with unchanged(app.house.db):
        answer = await send(client, body, kind)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert kept(tmp_path) == []


async def test_a_body_that_tells_no_length_is_counted(app: Application, tmp_path: Path) -> None:
    """It is cut off once it is too long."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(12):
            yield b"\xff" * 1_000_000

    client = await app.as_member(await member_of(app))
    async with unchanged(app.house.db):
        assert (await send(client, chunks())).status_code == 413
    assert kept(tmp_path) == []


async def test_only_members_and_only_from_our_own_pages(app: Application, tmp_path: Path) -> None:
    """A guest is asked to sign in; another site's page is turned away with the member's cookie and all."""
    client = await app.as_member(await member_of(app))
    async with unchanged(app.house.db):
        assert (await send(app.guest(), picture())).status_code == 401
        assert (await send(client, picture(), origin="https://elsewhere.example")).status_code == 403
        assert (await client.http.post("/photos", content=picture(), headers={"sec-fetch-site": "cross-site"})).status_code == 403
    assert kept(tmp_path) == []


async def test_who_may_not_see_it_now_gets_nothing(app: Application, tmp_path: Path) -> None:
    """The address of yesterday shows nothing to guests, to newcomers, to who was blocked since, nor once the level was changed."""
    member, reader, blocked = await member_of(app), await member_of(app, "森 楓"), await member_of(app, "佐藤 花")
    newcomer = await member_of(app, "新井 新", verified=False)
    own, other, shut = await app.as_member(member), await app.as_member(reader), await app.as_member(blocked)
    await send(own, picture())
    address = (await addresses(other, member))["large"]
    assert [(await each.http.get(address)).status_code for each in (own, other, shut)] == [200, 200, 200]
    async with app.house.db.transaction() as session:
        await make_block(session, member, blocked)
    for client in (shut, app.guest(), await app.as_member(newcomer)):
        answer = await client.http.get(address)
        assert (answer.status_code, answer.content) == (404, b"")
    await own.change("updateProfile", {"levels": {"photo": Level.ONLY_ME.name}})
    assert [(await each.http.get(address)).status_code for each in (own, other)] == [200, 404]
    assert await addresses(other, member) is None
    for wrong in (address.replace("-512", "-513"), address.replace("-512", ""), "/photos/x", "/photos/a.b-128"):
        assert (await own.http.get(wrong)).status_code == 404
    assert len(kept(tmp_path)) == 2


async def test_what_was_replaced_or_removed_is_gone(app: Application, tmp_path: Path) -> None:
    """From its address at once, from the store by a job."""
    member = await member_of(app)
    client = await app.as_member(member)
    await send(client, picture())
    first = await addresses(client, member)
    await send(client, picture("PNG"), "image/png")
    second = await addresses(client, member)
    assert [(await client.http.get(one["small"])).status_code for one in (first, second)] == [404, 200]
    assert len(kept(tmp_path)) == 4
    await app.drain()
    assert len(kept(tmp_path)) == 2
    answer = await client.change("removePhoto", {}, "... on PhotoRemoved { viewer { person { photo { small } } } }")
    assert answer["viewer"]["person"]["photo"] is None
    assert (await client.http.get(second["small"])).status_code == 404
    await app.drain()
    assert kept(tmp_path) == []
    async with unchanged(app.house.db, but=["outcome"]):
        assert (await client.change("removePhoto", {}))["__typename"] == "PhotoRemoved"


async def test_who_leaves_changes_no_photo_and_leaves_none(app: Application, tmp_path: Path) -> None:
    """Nobody is shown it from the moment they ask; with the account its files go."""
    member, reader = await member_of(app), await member_of(app, "森 楓")
    own, other = await app.as_member(member), await app.as_member(reader)
    await send(own, picture())
    address = (await addresses(other, member))["small"]
    assert (await own.change("askDeparture", {}))["__typename"] == "DepartureAsked"
    async with unchanged(app.house.db):
        answer = await send(own, picture())
    assert (answer.status_code, answer.json()["code"]) == (403, "IsLeaving")
    assert (await other.http.get(address)).status_code == 404
    assert len(kept(tmp_path)) == 2
    assert await erase(app.house.worker, member)
    assert kept(tmp_path) == []
