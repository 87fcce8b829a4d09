"""What a link of a profile may be: an https address of a named host, which looks like no other host and carries no credentials."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from server.kit.refusal import TooLong, TooMany
from server.people.errors import NotHttps, UnreadableLink

MOST_LINKS: Final = 5
LONGEST_LINK: Final = 300
# No user, no password, no port: what stands between the slashes is a name, and nothing else. A backslash is a slash to browsers.
_LINK: Final = re.compile(r"https://([^/?#@:\\\s]+)((?:[/?#][^\\\s]*)?)", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_LONGEST_HOST: Final = 253
# What an address may hold as it is; everything else is written with percent signs.
_KEPT: Final = "/?#[]!$&'()*+,;=:@%~-._"


def clean_links(links: Sequence[str]) -> list[str]:
    """Return links as they are kept, without repeated ones; raise NotHttps, UnreadableLink, TooLong or TooMany, of field `links`."""
    kept = list(dict.fromkeys(_clean(link.strip()) for link in links if link.strip()))
    if len(kept) > MOST_LINKS:
        raise TooMany("links", limit=MOST_LINKS)
    return kept


def host_of(link: str) -> str:
    """Return the host of a kept link as it is shown: in letters that no other script resembles, without a leading www."""
    return link.removeprefix("https://").partition("/")[0].partition("?")[0].partition("#")[0].removeprefix("www.")


def _clean(link: str) -> str:
    written = link if "://" in link else f"https://{link}"
    if not written.lower().startswith("https://"):
        raise NotHttps("links")
    found = _LINK.fullmatch(written)
    if found is None:
        raise UnreadableLink("links")
    cleaned = f"https://{_ascii(found[1])}{quote(found[2], safe=_KEPT)}"
    if len(cleaned) > LONGEST_LINK:
        raise TooLong("links", limit=LONGEST_LINK)
    return cleaned


def _ascii(host: str) -> str:
    """Return the host as computers compare it: a look-alike in another script shows itself by its xn--."""
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise UnreadableLink("links") from error
    if len(name) > _LONGEST_HOST or not _HOST.fullmatch(name):
        raise UnreadableLink("links")
    return name
