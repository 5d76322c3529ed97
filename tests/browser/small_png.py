"""Pictures made small: at most 256 colours, which is plenty for flat pages."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

REDUCE = """
async source => {
  const picture = await createImageBitmap(await (await fetch(source)).blob());
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const pixels = canvas.getImageData(0, 0, width, height).data;
  const colours = new Map();
  const at = i => (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
  for (let i = 0; i < pixels.length; i += 4) colours.set(at(i), (colours.get(at(i)) || 0) + 1);
  const palette = [...colours].sort((a, b) => b[1] - a[1]).slice(0, 64).map(entry => entry[0]);
  const place = new Map(palette.map((colour, index) => [colour, index]));
  const far = (a, b) => [16, 8, 0].reduce((d, s) => d + ((a >> s & 255) - (b >> s & 255)) ** 2, 0);
  const nearest = colour => palette.reduce(
    (best, other, i) => (far(other, colour) < far(palette[best], colour) ? i : best), 0);
  for (const colour of colours.keys()) if (!place.has(colour)) place.set(colour, nearest(colour));
  let indices = "";
  for (let i = 0; i < pixels.length; i += 4) indices += String.fromCharCode(place.get(at(i)));
  return { width, height, palette, indices: btoa(indices) };
}
"""


def small(page: Page, png: bytes) -> bytes:
    """The picture with its 64 most frequent colours, the others replaced by the nearest.

    Args:
        page: an empty page, in whose browser the picture is read.
        png: the picture.
    """
    found = page.evaluate(REDUCE, "data:image/png;base64," + b64encode(png).decode())
    width, height, pixels = found["width"], found["height"], b64decode(found["indices"])
    rows = b"".join(
        b"\0" + pixels[row * width : (row + 1) * width] for row in range(height)
    )  # no filter: neighbours are equal or far apart
    palette = b"".join(struct.pack(">I", colour)[1:] for colour in found["palette"])
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*c) for c in [*chunks, (b"IEND", b"")])


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check
