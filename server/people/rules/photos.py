"""How the pictures of a photo are named in the store."""


def photo_file(name: str, side: int) -> str:
    """Return the stored file of a photo's square of that side."""
    return f"photos/{name}-{side}.webp"
