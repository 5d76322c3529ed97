"""Names for the arrays that the reading of sheets hands around."""

from __future__ import annotations

from typing import Any, TypeAlias

from numpy.typing import NDArray

Grey: TypeAlias = NDArray[Any]
"""A picture: rows of grey values of 8 bits, 0 is black. OpenCV's own types say less."""
Floats: TypeAlias = NDArray[Any]
"""Numbers: places, darkness, or what is true of each."""
