"""From whatever was uploaded to small squares: known by its content, decoded within bounds, drawn anew, with nothing else in them."""

import io
from typing import Final

from PIL import Image, ImageOps

from server.kit.refusal import HugePicture, MovingPicture, UnreadablePicture

# The sides of the squares that are kept, in pixels, the largest first.
SIZES: Final = (512, 128)
MEDIA_TYPE: Final = "image/webp"
# Decoded, a pixel takes up to four bytes; a telephone's camera makes up to about fifty million.
MOST_PIXELS: Final = 50_000_000
_SMALLEST_SIDE: Final = 32
_FORMATS: Final = ("JPEG", "PNG", "WEBP")

# Pillow would only warn between its own limit and twice that; ours is checked below, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


def squares(content: bytes, field: str) -> dict[int, bytes]:
    """Return the middle of a JPEG, PNG or WebP as WebP squares, by side; blocking, so call it in a thread.

    Raise UnreadablePicture, MovingPicture or HugePicture, of `field`. Names and declared types count for nothing. What is
    returned was drawn from pixels alone: places, times, cameras and whatever else was in the file are gone.
    """
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            _check(image, field)
            # A large JPEG is decoded at the scale that is needed, which also bounds the memory.
            image.draft("RGB", (SIZES[0] * 2, SIZES[0] * 2))
            upright = ImageOps.exif_transpose(image)
            return {side: _square(upright, side) for side in SIZES}
    except (UnreadablePicture, MovingPicture, HugePicture):
        raise
    except Exception as error:
        # Whatever a decoder stumbles over, from a cut-off file to a lie in a header, is one thing to whoever sent it.
        raise UnreadablePicture(field) from error


def _check(image: Image.Image, field: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise HugePicture(field)
    if min(width, height) < _SMALLEST_SIDE:
        raise UnreadablePicture(field)
    # A JPEG may carry further pictures for other screens; the first one is the photo.
    if image.format in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1:
        raise MovingPicture(field)


def _square(image: Image.Image, side: int) -> bytes:
    drawn = ImageOps.fit(image.convert("RGBA"), (side, side), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", (side, side), "white")
    ground.paste(drawn, mask=drawn.getchannel("A"))
    kept = io.BytesIO()
    ground.save(kept, "WEBP", quality=82, method=4)
    return kept.getvalue()
