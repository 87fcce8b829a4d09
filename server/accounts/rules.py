"""What an address, a code and a session must be: forms, lifetimes, hashes and the plain name of a browser."""

import hashlib
import re
import unicodedata
from datetime import timedelta
from typing import Final

from server.accounts.errors import BadEmail, TermsNotAccepted

# The version of terms and privacy pages that a new member accepts; it changes when their text does.
TERMS_VERSION: Final = "2026-11-23"
REQUEST_LIVES: Final = timedelta(minutes=15)
SESSION_LIVES: Final = timedelta(days=60)
SEEN_EVERY: Final = timedelta(hours=1)
MOST_ATTEMPTS: Final = 5
# How long a browser may stay at the OpenID provider, and how long what it proved there waits for the form of joining.
OIDC_LIVES: Final = timedelta(minutes=10)
ARRIVAL_LIVES: Final = timedelta(hours=1)
DEMO_KEYS: Final = ("member", "colleague", "operator")

_LONGEST_EMAIL: Final = 254
_LONGEST_PATH: Final = 1000
_EMAIL: Final = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]{2,}")
# The first that fits wins: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
_BROWSERS: Final = (
    ("Edge", re.compile(r"Edg|\bEdge\b")),
    ("Opera", re.compile(r"OPR/|\bOpera\b")),
    ("Samsung Internet", re.compile(r"SamsungBrowser|Samsung Internet")),
    ("Firefox", re.compile(r"Firefox|FxiOS")),
    ("Chrome", re.compile(r"Chrome|CriOS|Chromium")),
    ("Safari", re.compile(r"Safari")),
)
_SYSTEMS: Final = (
    ("iPhone", re.compile(r"iPhone")),
    ("iPad", re.compile(r"iPad")),
    ("Android", re.compile(r"Android")),
    ("Windows", re.compile(r"Windows")),
    ("ChromeOS", re.compile(r"CrOS|ChromeOS")),
    ("macOS", re.compile(r"Mac OS X|macOS")),
    ("Linux", re.compile(r"Linux")),
)


def clean_email(email: str) -> str:
    """Return the address as it is kept and compared: without spaces around it, in lower case; raise BadEmail."""
    cleaned = unicodedata.normalize("NFKC", email).strip().lower()
    if len(cleaned) > _LONGEST_EMAIL or not cleaned.isprintable() or not _EMAIL.fullmatch(cleaned) or ".." in cleaned:
        raise BadEmail("email")
    return cleaned


def own_path(path: str) -> str:
    """Return where somebody goes after signing in: a path on this site, or the first page for everything else."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and " " not in path
    return path if ours and len(path) <= _LONGEST_PATH else "/"


def demo_email(key: str) -> str:
    """Return the reserved address of a ready-made sign-in of the demo world."""
    return f"demo-{key}@engawa.example"


def check_terms(version: str) -> None:
    """Refuse any version of the terms but the present one."""
    if version != TERMS_VERSION:
        raise TermsNotAccepted("acceptedTermsVersion")


def token_hash(token: str) -> bytes:
    """Return what is kept of a token of 256 random bits; nothing slower is needed for those."""
    return hashlib.sha256(token.encode()).digest()


def code_hash(code: str, salt: bytes) -> bytes:
    """Return what is kept of a six-digit code: slow on purpose, some 50 ms, since a million codes are soon tried."""
    return hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)


def clean_code(code: str) -> str:
    """Return the digits of a code as it was typed, also in full width or with spaces between."""
    return "".join(character for character in unicodedata.normalize("NFKC", code)[:32] if character.isdigit())


def device_label(user_agent: str) -> str:
    """Return a browser's plain name, e.g. `Safari, iPhone`; empty where it tells nothing. Its own answers stay as they are."""
    found = [_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)]
    return ", ".join(name for name in found if name)


def _first(names: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    return next((name for name, pattern in names if pattern.search(text)), None)
