"""Names for the arrays that the reading of sheets hands around."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.uint8]
"""A picture: rows of grey values, 0 is black."""
Floats: TypeAlias = NDArray[np.float32]
