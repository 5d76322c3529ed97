"""The teacher's page: choose what a paper holds, change it, download it.

All of a paper in the making stands in its address: nothing is kept, and a link can be shared.
"""

from quizgen_web.teacher import downloads, kept, pages, systems, wording_pages
from quizgen_web.teacher.addresses import blueprint

__all__ = ["blueprint", "downloads", "kept", "pages", "systems", "wording_pages"]
