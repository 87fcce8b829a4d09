"""Stands where Meilisearch would, as far as keeping goes: indexes, tasks that succeed, documents by id. It searches nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from tests.support.recording import Reply, Request

_BEGAN: Final = datetime(2026, 11, 26, 1, 2, 3, 456789, tzinfo=UTC)
_FORM: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(slots=True)
class Index:
    """An index: when it was made, its settings, its documents."""

    made_at: datetime
    settings: dict[str, Any] = field(default_factory=dict)
    documents: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Keeper:
    """What was given to the server, and what it shall say instead of doing it (`broken`)."""

    indexes: dict[str, Index] = field(default_factory=dict)
    broken: Callable[[Request], Reply | None] = lambda _: None
    made: int = 0

    def answer(self, request: Request) -> Reply:
        """Do what the published API says, or be broken."""
        broken = self.broken(request)
        if broken is not None:
            return broken
        path = urlsplit(request.path)
        for pattern, do in _ROUTES:
            match = re.fullmatch(pattern, f"{request.method} {path.path}")
            if match:
                return do(self, match.groups(), request.body, parse_qs(path.query))
        raise AssertionError(request)

    def index(self, uid: str) -> Index:
        """Return an index, which adding documents makes where it is not there."""
        if uid not in self.indexes:
            self.made += 1
            self.indexes[uid] = Index(_BEGAN + timedelta(seconds=self.made))
        return self.indexes[uid]


def _task(_keeper: Keeper, _found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    told = {"uid": 1, "indexUid": None, "status": "succeeded", "type": "indexCreation", "enqueuedAt": _BEGAN.strftime(_FORM)}
    return Reply(told)


def _enqueued() -> Reply:
    return Reply({"taskUid": 1, "indexUid": None, "status": "enqueued", "type": "indexCreation", "enqueuedAt": _BEGAN.strftime(_FORM)}, 202)


def _list(keeper: Keeper, _found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    found = [
        {"uid": uid, "primaryKey": "id", "createdAt": each.made_at.strftime(_FORM), "updatedAt": each.made_at.strftime(_FORM)}
        for uid, each in keeper.indexes.items()
    ]
    return Reply({"results": found, "offset": 0, "limit": 1000, "total": len(found)})


def _make(keeper: Keeper, _found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    keeper.index(body["uid"])
    return _enqueued()


def _settings(keeper: Keeper, found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    return Reply(keeper.indexes[found[0]].settings) if found[0] in keeper.indexes else _not_found(found[0])


def _configure(keeper: Keeper, found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    keeper.index(found[0]).settings = body
    return _enqueued()


def _add(keeper: Keeper, found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    keeper.index(found[0]).documents.update({each["id"]: each for each in body})
    return _enqueued()


def _remove(keeper: Keeper, found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    for key in re.findall(r'"([^"]+)"', body["filter"]):
        keeper.index(found[0]).documents.pop(key, None)
    return _enqueued()


def _documents(keeper: Keeper, found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    kept = list(keeper.indexes[found[0]].documents.values())
    return Reply({"results": kept, "offset": 0, "limit": 1000, "total": len(kept)})


def _stats(keeper: Keeper, found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    kept = keeper.indexes[found[0]].documents
    return Reply({"numberOfDocuments": len(kept), "isIndexing": False, "fieldDistribution": {}})


def _drop(keeper: Keeper, found: tuple[str, ...], _body: Any, _asked: Any) -> Reply:
    keeper.indexes.pop(found[0])
    return _enqueued()


def _swap(keeper: Keeper, _found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    for each in body:
        one, other = each["indexes"]
        taken = keeper.indexes.pop(one)
        if not each.get("rename"):
            keeper.indexes[one] = keeper.indexes[other]
        keeper.indexes[other] = taken
    return _enqueued()


def _stale(keeper: Keeper, found: tuple[str, ...], body: Any, _asked: Any) -> Reply:
    """The one search that is not about words: which documents have not the stamp that is named."""
    (stamp,) = re.findall(r'NOT analysis IN \["([^"]+)"\]', body["filter"])
    old = [{"id": key} for key, each in keeper.indexes[found[0]].documents.items() if each["analysis"] != stamp]
    return Reply({"hits": old, "estimatedTotalHits": len(old)})


def _not_found(uid: str) -> Reply:
    return Reply({"message": f"Index `{uid}` not found.", "code": "index_not_found", "type": "invalid_request", "link": ""}, 404)


_ROUTES: Final[tuple[tuple[str, Callable[[Keeper, tuple[str, ...], Any, Any], Reply]], ...]] = (
    (r"GET /tasks/\d+", _task),
    (r"GET /indexes", _list),
    (r"POST /indexes", _make),
    (r"GET /indexes/([^/]+)/settings", _settings),
    (r"PATCH /indexes/([^/]+)/settings", _configure),
    (r"POST /indexes/([^/]+)/documents", _add),
    (r"POST /indexes/([^/]+)/documents/delete", _remove),
    (r"POST /indexes/([^/]+)/documents/fetch", _documents),
    (r"GET /indexes/([^/]+)/stats", _stats),
    (r"DELETE /indexes/([^/]+)", _drop),
    (r"POST /swap-indexes", _swap),
    (r"POST /indexes/([^/]+)/search", _stale),
)
