"""Where files are kept that members gave: a small port over one store, a directory of this machine or a bucket."""

import os
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, S3Store

from server.kit.settings import Settings

# An object that is never there: asking for it tells whether the store answers.
_NOTHING: Final = "doctor/nothing"


class Files:
    """Files by name, `photos/abc.webp`; names are made by us, never by who uploads."""

    def __init__(self, url: str) -> None:
        """`url` is file:///an/absolute/directory, which is made when the first file comes, or s3://bucket/prefix (AWS_* say the rest)."""
        self._url = url

    async def put(self, name: str, content: bytes) -> None:
        """Keep a file; one of the same name is replaced as a whole."""
        await obstore.put_async(self._store, name, content)

    async def read(self, name: str) -> bytes | None:
        """Return a file's content; None where there is none."""
        try:
            found = await obstore.get_async(self._store, name)
            return bytes(await found.bytes_async())
        except FileNotFoundError:
            return None

    async def delete(self, name: str) -> None:
        """Delete a file; one that is not there is no fault."""
        try:
            await obstore.delete_async(self._store, name)
        except FileNotFoundError:
            return

    async def fault(self) -> str | None:
        """Return in a few words why files could not be kept; None when they can."""
        if self._directory is not None:
            standing = next(folder for folder in (self._directory, *self._directory.parents) if folder.exists())
            return None if standing.is_dir() and os.access(standing, os.W_OK | os.X_OK) else "this user cannot write there"
        try:
            await obstore.head_async(self._store, _NOTHING)
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as error:
            return type(error).__name__
        return None

    @cached_property
    def _directory(self) -> Path | None:
        parts = urlsplit(self._url)
        return Path(unquote(parts.path)) if parts.scheme == "file" else None

    @cached_property
    def _store(self) -> ObjectStore:
        if self._directory is not None:
            return LocalStore(self._directory, mkdir=True)
        return S3Store.from_url(self._url)


def files_of(settings: Settings) -> Files:
    """Return the store of a deployment; nothing is opened before the first file is asked for."""
    return Files(settings.files)
