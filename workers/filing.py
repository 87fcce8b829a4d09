"""What becomes of stored files: those that nobody shows any more are deleted."""

from server.kit.pictures import SIZES
from server.people.events import PhotoChanged
from server.people.rules.photos import photo_file
from workers.parts import Parts


async def delete_photo_before(parts: Parts, event: PhotoChanged, _key: str) -> None:
    """Delete the squares of the photo that was replaced or removed."""
    if event.before is not None:
        for side in SIZES:
            await parts.files.delete(photo_file(event.before, side))
