"""What every page draws on: the bank that it is about, the shelf of all banks, the store."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast
from weakref import WeakKeyDictionary

from flask import abort, current_app, request

from quizgen.study.sets import sets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from quizgen.bank.load import Loaded
    from quizgen.bank.model import Bank
    from quizgen.study.sets import Set
    from quizgen_web.shell.settings import Settings
    from quizgen_web.store import Store

T = TypeVar("T")

SITE, TOP = "quizgen.site", "quizgen.top"
"""Where a request's environment holds the bank that it is for, and says where all banks lie."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Site:
    """A bank on the site, and what is looked up in it, made ready once."""

    bank: Bank
    loaded: Loaded | None
    """The bank with its files; without them there is no deck, and no change is noticed."""
    by_topic: Mapping[str, int]
    by_author: Mapping[str, int]
    by_source: Mapping[str, int]
    by_kind: Mapping[str, int]
    ask_of: Mapping[str, str]
    """The first question about each claim, by the claim's id."""
    sets: Mapping[str, Sequence[Set]]
    """The topics in steps, by the topic's id."""

    @classmethod
    def of(cls, bank: Bank, loaded: Loaded | None = None) -> Site:
        """Count the questions of a bank."""
        claims = [question.claim for question in bank.questions]
        return cls(
            bank,
            loaded,
            Counter(topic.id for claim in claims for topic in claim.topics),
            Counter(author.id for claim in claims for author in claim.authors),
            Counter(source.id for claim in claims for source in claim.sources),
            Counter(claim.kind for claim in claims),
            {q.claim.id: q.id for q in reversed(bank.questions)},
            sets_of(bank),
        )


class Shelf:
    """The banks of the site, in their order. A bank may be put in the place of an older one."""

    def __init__(self, *sites: Site) -> None:
        self._sites = {site.bank.id: site for site in sites}

    @classmethod
    def of(cls, *banks: Loaded) -> Shelf:
        """A shelf of banks with their files."""
        return cls(*(Site.of(loaded.bank, loaded) for loaded in banks))

    def __iter__(self) -> Iterator[Site]:
        return iter([*self._sites.values()])

    def __len__(self) -> int:
        return len(self._sites)

    def get(self, id: str) -> Site | None:
        """The bank of an id."""
        return self._sites.get(id)

    def put(self, site: Site) -> None:
        """From now on let a bank stand where the one of its id stood."""
        self._sites[site.bank.id] = site

    @property
    def only(self) -> Site | None:
        """The bank where there is but one."""
        return next(iter(self)) if len(self) == 1 else None


@dataclass(frozen=True, slots=True)
class House:
    """All that an application stands on."""

    shelf: Shelf
    store: Store
    settings: Settings


def house() -> House:
    """What the application of the current request stands on."""
    return cast("House", current_app.extensions["quizgen"])


def shelf() -> Shelf:
    """All banks."""
    return house().shelf


def store() -> Store:
    """Where answers are kept."""
    return house().store


def settings() -> Settings:
    """How the site is set."""
    return house().settings


def site() -> Site:
    """The bank that the current request is for; ends with 404 where it is for none."""
    return here() or abort(404)


def here() -> Site | None:
    """The bank that the current request is for, the same one until it is answered."""
    return cast("Site | None", request.environ[SITE])


def shown() -> list[Site]:
    """The banks that the current request is about: the one that it is for, or all."""
    found = here()
    return [found] if found else [*shelf()]


def per_site(make: Callable[[Site], T]) -> Callable[[], T]:
    """What a room makes once of each bank when it is first asked for, and forgets with it."""
    made: WeakKeyDictionary[Site, T] = WeakKeyDictionary()

    def found() -> T:
        here = site()
        if here not in made:
            made[here] = make(here)
        return made[here]

    return found
