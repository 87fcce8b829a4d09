"""How a mail is written: paragraphs from the catalogue in the receiver's language, one button, a plain twin, no picture, no trace."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import mrml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from server.kit.actor import Language
from server.kit.mail import Mail
from server.kit.settings import Settings
from server.kit.text import sentence

_FOLDER: Final = Path(__file__).parent
# What no XML may hold, not even escaped: one such character in a name would keep its mail from ever being written.
_UNWRITABLE: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITHOUT_FONTS: Final = mrml.RenderOptions(disable_comments=True, fonts={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What one mail says. `name` is its table in the catalogue: subject, body, button, after; `words` fill their placeholders.

    `path` is where the button leads. Subjects take no words: nothing that somebody wrote stands on a locked screen.
    """

    name: str
    to: str
    language: Language
    path: str
    words: dict[str, object] = field(default_factory=dict[str, object])
    code: str | None = None
    # A text that somebody wrote for the receiver, such as a reason; set apart from ours.
    quote: str | None = None
    # Where a mail program says for the receiver that they want no such mail any more.
    refusal_path: str | None = None


def write_mail(letter: Letter, settings: Settings, key: str) -> Mail:
    """Return the mail, ready to be sent; `key` is stable over retries."""
    content = _content(letter, settings)
    refusal = None if letter.refusal_path is None else settings.origin + letter.refusal_path
    return Mail(to=letter.to, subject=content["subject"], text=_plain(content), html=_html(content), key=key, refusal=refusal)


def _content(letter: Letter, settings: Settings) -> dict[str, Any]:
    def say(part: str, **words: object) -> str:
        return sentence(letter.language, f"mail.{part}", **words)

    return {
        "language": letter.language,
        "subject": say(f"{letter.name}.subject"),
        "product": say("frame.product"),
        "before": _paragraphs(say(f"{letter.name}.body", **letter.words)),
        "quote": _paragraphs(letter.quote or ""),
        "button": say(f"{letter.name}.button"),
        "url": settings.origin + letter.path,
        "code": letter.code,
        "code_label": say("frame.code"),
        "after": _paragraphs(say(f"{letter.name}.after", **letter.words)),
        "footer": _paragraphs(_footer(letter.language, settings)),
    }


def _footer(language: Language, settings: Settings) -> str:
    if settings.embedded:
        return sentence(language, "mail.frame.demo")
    return sentence(language, "mail.frame.footer", operated_by=settings.operated_by, contact=settings.contact, origin=settings.origin)


def _paragraphs(text: str) -> list[str]:
    clean = _UNWRITABLE.sub("", text.replace("\r\n", "\n"))
    return [part.strip() for part in clean.split("\n\n") if part.strip()]


def _plain(content: dict[str, Any]) -> str:
    parts = [*content["before"]]
    parts += ["\n".join(f"> {line}" for line in paragraph.splitlines()) for paragraph in content["quote"]]
    parts.append(f"{content['button']}\n{content['url']}")
    if content["code"]:
        parts.append(f"{content['code_label']}\n{content['code']}")
    parts += [*content["after"], "--\n" + "\n".join(content["footer"])]
    return "\n\n".join(parts) + "\n"


def _html(content: dict[str, Any]) -> str:
    return mrml.to_html(_template().render(content), render_options=_WITHOUT_FONTS).content


@cache
def _template() -> Template:
    rooms = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return rooms.get_template("letter.mjml")
