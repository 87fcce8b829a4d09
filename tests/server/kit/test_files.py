"""Where files are kept: a directory that comes into being with its first file, and what stands in the way."""

from pathlib import Path

from server.kit.files import Files, files_of
from server.kit.settings import Settings


async def test_a_file_is_kept_read_and_deleted(tmp_path: Path) -> None:
    """Deleting what is not there is no fault, and nothing is made before there is something to keep."""
    files = Files((tmp_path / "some where" / "files").as_uri())
    assert await files.fault() is None
    assert list(tmp_path.iterdir()) == []
    assert await files.read("photos/a.webp") is None
    await files.put("photos/a.webp", b"one")
    await files.put("photos/a.webp", b"another")
    assert await files.read("photos/a.webp") == b"another"
    assert (tmp_path / "some where" / "files" / "photos" / "a.webp").read_bytes() == b"another"
    for _ in range(2):
        await files.delete("photos/a.webp")
    assert await files.read("photos/a.webp") is None


async def test_what_cannot_be_used_is_told(tmp_path: Path) -> None:
    """A file where the directory should be."""
    (tmp_path / "taken").write_text("no directory")
    assert await Files((tmp_path / "taken").as_uri()).fault() is not None


def test_the_embedded_mode_keeps_files_beside_its_other_data(tmp_path: Path) -> None:
    """Whatever FILES_URL says; a real deployment says where."""
    elsewhere = "s3://bucket/engawa"
    assert files_of(Settings(_env_file=None, data_dir=tmp_path)) is not None
    assert Settings(_env_file=None, data_dir=tmp_path, files_url=elsewhere).files == (tmp_path / "files").as_uri()
    assert Settings(_env_file=None, database_url="postgresql://db/engawa", files_url=elsewhere).files == elsewhere
