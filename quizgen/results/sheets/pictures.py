"""A page of a file as a grey picture, whatever the file's kind."""

from __future__ import annotations

import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from quizgen.results.sheets.sources import MAX_PAGES, content

if TYPE_CHECKING:
    import io
    from pathlib import Path

    from quizgen.results.sheets.arrays import Grey
    from quizgen.results.sheets.sources import Page

DPI = 200
FINER = 300
"""For a second look at a PDF's page."""
MAX_SIDE = 4200
"""Pixels; a larger picture is made smaller."""
MAX_PIXELS = 100_000_000
"""A picture of more is not unpacked; a JPEG can be unpacked smaller, so it may have more."""
MAX_JPEG = 400_000_000


class PictureError(Exception):
    """Why a picture cannot be had, and what to do."""


def frames(source: Path | io.BytesIO) -> int:
    """How many pages a picture has: a TIFF may have many.

    Raises:
        PictureError: where it is no picture, or too large a one.
    """
    with _opened(source) as picture:
        return min(int(getattr(picture, "n_frames", 1)), MAX_PAGES)


def grey_of(page: Page, dpi: int = DPI) -> Grey:
    """The page as rows of grey values.

    Args:
        page: which.
        dpi: how finely a page of a PDF is drawn.

    Raises:
        PictureError: where that cannot be.
    """
    if page.kind == "pdf":
        return _of_pdf(page, dpi)
    try:
        with _opened(content(page.path, page.entry)) as picture:
            if page.number > 1:
                picture.seek(page.number - 1)
            _refuse_large(picture)
            if picture.format == "JPEG":
                picture.draft("L", (MAX_SIDE // 2, MAX_SIDE // 2))
            upright = ImageOps.exif_transpose(picture)
            return _smaller(_grey(upright))
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise PictureError("the picture is broken", "take or scan it once more") from error


def _opened(source: Path | io.BytesIO) -> Image.Image:
    _heic()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(source)
    except UnidentifiedImageError as error:
        advice = "give PDF, PNG, JPEG or TIFF (HEIC with the package pillow-heif)"
        raise PictureError("this is neither a picture nor a PDF", advice) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureError("the picture is broken", "take or scan it once more") from error
    try:
        _refuse_large(picture)
    except PictureError:
        picture.close()
        raise
    return picture


@cache
def _heic() -> None:
    """Let the library open phones' pictures, where that package is installed."""
    Image.MAX_IMAGE_PIXELS = None  # we have bounds of our own, with advice
    try:
        import pillow_heif
    except ImportError:
        return
    pillow_heif.register_heif_opener()


def _refuse_large(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > (MAX_JPEG if picture.format == "JPEG" else MAX_PIXELS):
        reason = f"the picture has {width * height // 1_000_000} million pixels"
        raise PictureError(reason, "save it smaller: 200 to 300 dpi are plenty")


def _grey(picture: Image.Image) -> Grey:
    if picture.mode.startswith("I;16") or picture.mode == "I":
        wide = np.asarray(picture, np.float32)
        return np.clip(wide / 257, 0, 255).astype(np.uint8)
    if "A" in picture.getbands() or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    return np.asarray(picture.convert("L"), np.uint8)


def _smaller(grey: Grey) -> Grey:
    import cv2

    if min(grey.shape) < 60:
        raise PictureError("the picture is too small", "scan at 200 dpi or more")
    scale = MAX_SIDE / max(grey.shape)
    if scale >= 1:
        return np.ascontiguousarray(grey)
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


@lru_cache(1)
def _document(path: Path, entry: str) -> Any:
    return pypdfium2.PdfDocument(content(path, entry))


def _of_pdf(page: Page, dpi: int) -> Grey:
    try:
        sheet = _document(page.path, page.entry)[page.number - 1]
        side = max(sheet.get_size())
        if side < 20:
            raise PictureError("the page is too small", "scan at 200 dpi or more")
        scale = min(dpi / 72, MAX_SIDE / side)
        drawn = sheet.render(scale=scale, grayscale=True).to_numpy()
        return np.ascontiguousarray(drawn.reshape(drawn.shape[:2]))
    except pypdfium2.PdfiumError as error:
        raise PictureError("the page is broken", "scan it once more") from error
