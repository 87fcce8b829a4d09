"""The indexes of a deployment on the server: what they are called, made, swapped and deleted, each step fit to be repeated."""

from datetime import datetime
from typing import Final

from server.search.meilisearch.connection import Connection
from server.search.meilisearch.settings import SETTINGS, differs

PREFIX: Final = "engawa-"


class Indexes:
    """All indexes whose name begins with `prefix` are ours."""

    def __init__(self, connection: Connection, prefix: str) -> None:
        """Nothing is asked yet."""
        self.connection, self.prefix = connection, prefix

    def uid(self, index: str) -> str:
        """Return what an index is called on the server."""
        return f"{self.prefix}{index}"

    async def present(self) -> frozenset[str]:
        """Return which indexes of ours there are on the server."""
        return frozenset(await self._made_at())

    async def has_settings(self, uid: str) -> bool:
        """Tell whether an index by this name is there, with our settings."""
        return await self.connection.call(lambda client: not differs(client.index(uid).get_settings()), missing=False)

    async def has_documents(self, uid: str) -> bool:
        """Tell whether an index by this name is there, and not empty."""
        return await self.connection.call(lambda client: client.index(uid).get_stats().number_of_documents > 0, missing=False)

    async def prepare(self, uid: str) -> None:
        """Make an index by this name unless it is there, and give it our settings."""
        if uid not in await self.present():
            await self.connection.all_finished(lambda client: [client.create_index(uid, {"primaryKey": "id"})])
        if not await self.has_settings(uid):
            await self.connection.all_finished(lambda client: [client.index(uid).update_settings(SETTINGS)])

    async def swap(self, index: str) -> None:
        """Let the index that was built beside take the place of the one that is searched, which is deleted."""
        live, built = self.uid(index), building(self.uid(index))
        present = await self._made_at()
        if built not in present:
            return
        if live not in present:
            await self.connection.all_finished(lambda client: [client.swap_indexes([{"indexes": [built, live], "rename": True}])])
            return
        # Swapped already, the one beside is the older one.
        if present[built] > present[live]:
            await self.connection.all_finished(lambda client: [client.swap_indexes([{"indexes": [live, built]}])])
        await self.drop(built)

    async def drop(self, uid: str) -> None:
        """Delete an index by this name, with everything in it."""
        if uid in await self.present():
            await self.connection.all_finished(lambda client: [client.delete_index(uid)])

    async def _made_at(self) -> dict[str, datetime]:
        found = await self.connection.call(lambda client: client.get_indexes({"limit": 1000})["results"])
        return {index.uid: index.created_at for index in found if index.uid.startswith(self.prefix) and index.created_at}


def building(uid: str) -> str:
    """Return what an index is called while it is built beside the one that is searched."""
    return f"{uid}-next"
