"""/dev/mail: the mails that the embedded mode keeps instead of sending; it does not exist in a real deployment."""

import html

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from server.kit.db import Database
from server.kit.mail import OutboxMail
from server.kit.text import sentence

_PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
:root{{color-scheme:light dark}}body{{font:16px/1.75 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}}
article{{border-top:1px solid #8b8177;padding:1rem 0}}h1{{font-size:1.5rem}}h2{{font-size:1.1rem;margin:0}}
pre{{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}}small{{opacity:.75}}</style>
<h1>{title}</h1><p>{about}</p>{mails}</html>"""
_MAIL = "<article><h2>{subject}</h2><small>{to} · {at:%Y-%m-%d %H:%M:%S} UTC</small><pre>{text}</pre></article>"


def outbox_routes(db: Database) -> list[BaseRoute]:
    """Return the route of the outbox page: the latest 50 mails, newest first; `?to=` keeps one address."""

    async def page(request: Request) -> Response:
        wanted = select(OutboxMail).order_by(OutboxMail.id.desc()).limit(50)
        address = request.query_params.get("to")
        if address:
            wanted = wanted.where(OutboxMail.recipient == address)
        async with db.read() as session:
            mails = (await session.scalars(wanted)).all()
        shown = [
            _MAIL.format(subject=html.escape(mail.subject), to=html.escape(mail.recipient), at=mail.sent_at, text=_linked(mail.text))
            for mail in mails
        ]
        none = f"<p>{sentence('ja', 'kit.outbox.empty')}</p>"
        title, about = sentence("ja", "kit.outbox.title"), sentence("ja", "kit.outbox.about")
        return HTMLResponse(_PAGE.format(title=title, about=about, mails="".join(shown) or none), headers={"cache-control": "no-store"})

    return [Route("/dev/mail", page)]


def _linked(text: str) -> str:
    words = html.escape(text).split("\n")
    return "\n".join(f'<a href="{line}">{line}</a>' if line.startswith(("http://", "https://")) else line for line in words)
