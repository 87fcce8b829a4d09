"""What an address, a code and a session must be: forms, lifetimes, hashes, what counts as proof, and the plain name of a browser."""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, TypeAlias

from pyotp.totp import TOTP

from server.accounts.errors import BadEmail, TermsNotAccepted
from server.kit.refusal import Missing, TooLong

# The version of terms and privacy pages that a new member accepts; it changes when their text does.
TERMS_VERSION: Final = "2026-11-25"
REQUEST_LIVES: Final = timedelta(minutes=15)
SESSION_LIVES: Final = timedelta(days=60)
SEEN_EVERY: Final = timedelta(hours=1)
MOST_ATTEMPTS: Final = 5
# How long a browser may stay at the OpenID provider, and how long what it proved there waits for the form of joining.
OIDC_LIVES: Final = timedelta(minutes=10)
ARRIVAL_LIVES: Final = timedelta(hours=1)
DEMO_KEYS: Final = ("member", "colleague", "operator")

# How a session was opened.
Method: TypeAlias = Literal["mail", "passkey", "oidc", "demo"]
# A passkey is two factors in one: the device, and the finger, face or PIN that opens it.
STRONG_METHODS: Final = frozenset[Method]({"passkey"})
CHALLENGE_LIVES: Final = timedelta(minutes=10)
PROOF_LIVES: Final = timedelta(minutes=10)
TOTP_LOCKED: Final = timedelta(minutes=15)
EMAIL_CHANGE_LIVES: Final = timedelta(hours=24)
MOST_PASSKEYS: Final = 10
RECOVERY_CODES: Final = 10

_TOTP_STEP: Final = 30
_LONGEST_NAME: Final = 40
# Letters and digits that are not mistaken for each other on paper: 16 of them are 80 bits.
_PAPER: Final = "23456789abcdefghijkmnpqrstuvwxyz"
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


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """For whom passkeys are made: the host of the public address, and the origins whose pages may ask for one."""

    host: str
    origins: tuple[str, ...]


def proven_until(*, has_factor: bool, opened_at: datetime, strong_at: datetime | None) -> datetime | None:
    """Return until when a session may change what proves who its member is; None: it must prove that first.

    Whoever has a passkey or an app proves by it: a mail that somebody else can read must not take it away. Without one,
    a sign-in that is fresh is all there is.
    """
    since = strong_at if has_factor else max(opened_at, strong_at or opened_at)
    return None if since is None else since + PROOF_LIVES


def totp_step(secret: str, code: str, at: datetime, after: int | None) -> int | None:
    """Return the half minute whose code this is: the present one or one beside it, later than `after`; None where it is none of them."""
    step = int(at.timestamp()) // _TOTP_STEP
    totp = TOTP(secret, interval=_TOTP_STEP)
    candidates = [one for one in (step - 1, step, step + 1) if after is None or one > after]
    return next((one for one in candidates if hmac.compare_digest(totp.generate_otp(one), code)), None)


def attempt_number(attempts: int, tried_at: datetime | None, at: datetime) -> int:
    """Return which try of an app's code this is; the count starts anew a quarter of an hour after the last one."""
    return 1 if tried_at is None or tried_at <= at - TOTP_LOCKED else attempts + 1


def recovery_code_of(raw: bytes) -> str:
    """Return a recovery code as it is shown, e.g. `k3fp-9xwa-h2mt-7bqe`, from 16 random bytes."""
    letters = "".join(_PAPER[byte % 32] for byte in raw)
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def clean_recovery_code(code: str) -> str:
    """Return a recovery code as it is hashed, however it was typed: small letters and digits only."""
    return "".join(character for character in unicodedata.normalize("NFKC", code)[:64].lower() if character.isalnum())


def clean_passkey_name(name: str) -> str:
    """Return the name that a member gives a passkey, on one line; raise Missing or TooLong."""
    cleaned = "".join(character for character in " ".join(unicodedata.normalize("NFC", name).split()) if character.isprintable())
    if not cleaned:
        raise Missing("name")
    if len(cleaned) > _LONGEST_NAME:
        raise TooLong("name", limit=_LONGEST_NAME)
    return cleaned


def device_label(user_agent: str) -> str:
    """Return a browser's plain name, e.g. `Safari, iPhone`; empty where it tells nothing. Its own answers stay as they are."""
    found = [_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)]
    return ", ".join(name for name in found if name)


def _first(names: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    return next((name for name, pattern in names if pattern.search(text)), None)
