"""In which of two forms a client takes its answer: the one whose status codes say what happened, or the older one."""

from dataclasses import dataclass
from typing import Final

# With the first, what never executed has a status of its own; with the second any well-formed request is answered with 200,
# since a proxy may have written every other status.
RESPONSE: Final = "application/graphql-response+json"
JSON: Final = "application/json"


@dataclass(frozen=True, slots=True, order=True)
class _Wish:
    """How much a form is wished for: by its number, then named outright before named by a star, then named first."""

    quality: float
    outright: int
    place: int


def accepted(header: str | None) -> str | None:
    """Return RESPONSE or JSON for an `Accept` header, and None where it takes neither. Without one, and for any, JSON."""
    if header is None or not header.strip():
        return JSON
    ranges: dict[str, tuple[float, int]] = {}
    for place, part in enumerate(header.split(",")):
        kind, *parameters = (each.strip().lower() for each in part.split(";"))
        given = {name: value for name, _, value in (each.partition("=") for each in parameters)}
        if given.get("charset", "utf-8").strip('"') == "utf-8":
            ranges.setdefault(kind, (_quality(given.get("q", "1")), -place))
    wishes = [(wish, form) for form in (RESPONSE, JSON) if (wish := _wish(form, ranges)) is not None and wish.quality > 0]
    # Where both are wished for alike, by a star, the later of the list is taken: JSON.
    return max(wishes, key=lambda each: (each[0], each[1] == JSON))[1] if wishes else None


def _wish(form: str, ranges: dict[str, tuple[float, int]]) -> _Wish | None:
    for outright, name in ((2, form), (1, "application/*"), (0, "*/*")):
        if name in ranges:
            return _Wish(ranges[name][0], outright, ranges[name][1])
    return None


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
