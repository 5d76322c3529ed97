"""A name of two harmless words for each learner, so that one sees whose progress it is.

It follows from the learner's id, so it is kept nowhere and is the same on each device.
"""

from __future__ import annotations

from hashlib import blake2b

from quizgen.words import N_
from quizgen_web.shell.language import say

FIRST = (
    N_("Amber"), N_("Brave"), N_("Bright"), N_("Calm"), N_("Clear"), N_("Clever"), N_("Coral"),
    N_("Crimson"), N_("Eager"), N_("Early"), N_("Fair"), N_("Gentle"), N_("Golden"), N_("Green"),
    N_("Happy"), N_("Honest"), N_("Ivory"), N_("Kind"), N_("Lively"), N_("Lucky"), N_("Merry"),
    N_("Noble"), N_("Patient"), N_("Proud"), N_("Quiet"), N_("Ready"), N_("Scarlet"), N_("Silver"),
    N_("Steady"), N_("Sunny"), N_("Swift"), N_("Warm"),
)  # fmt: skip
SECOND = (
    N_("Badger"), N_("Beaver"), N_("Bison"), N_("Crane"), N_("Curlew"), N_("Deer"), N_("Dolphin"),
    N_("Falcon"), N_("Finch"), N_("Fox"), N_("Hare"), N_("Hedgehog"), N_("Heron"), N_("Kestrel"),
    N_("Lark"), N_("Lynx"), N_("Magpie"), N_("Marten"), N_("Moth"), N_("Newt"), N_("Otter"),
    N_("Owl"), N_("Plover"), N_("Raven"), N_("Robin"), N_("Salmon"), N_("Seal"), N_("Sparrow"),
    N_("Stork"), N_("Swan"), N_("Turtle"), N_("Wren"),
)  # fmt: skip


def name_of(learner: str) -> str:
    """The two words of a learner."""
    first, second = blake2b(learner.encode(), digest_size=2, person=b"name").digest()
    _ = say().gettext
    return _(
        "%(first)s %(second)s",
        first=_(FIRST[first % len(FIRST)]),
        second=_(SECOND[second % len(SECOND)]),
    )
