"""Ways to fill forms that are alike: question by question, by a plan, or sharing some."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizgen.paper.apart import Asked, Known
from quizgen.paper.cells import Room
from quizgen.paper.plan import plan, supplies
from quizgen.paper.search import search

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.cells import Grid, Profile

Form = list[Asked]


class Filling:
    """The ranked pool, and the ways to fill forms from it."""

    def __init__(
        self,
        grid: Grid,
        pool: Sequence[Question],
        authors: frozenset[str],
        known: Known | None = None,
    ) -> None:
        self.grid = grid
        self.questions = pool
        self.known = known or Known()
        self.profiles: dict[Asked, Profile] = {}
        self.tried: set[tuple[int, frozenset[tuple[Profile, int]]]] = set()
        self.authors = authors

    def pool(self) -> Iterator[Asked]:
        """The questions in their order; of a large bank only the first are looked at closely."""
        for question in self.questions:
            yield self.known.of(question)

    def apart(self, forms: int) -> list[Form] | None:
        """Forms that share nothing, authors as balanced as the pool allows."""
        for slack in self._slacks():
            made = self.in_turn(forms, slack) or self._planned(forms, slack)
            if made:
                return made
        return self._searched() if forms == 1 else None

    def sharing(self, forms: int) -> list[Form] | None:
        """Forms that are alike: the first one, in which the others change what they can."""
        made = self.apart(1)
        if made is None:
            return None
        while len(made) < forms:
            used = {asked for form in made for asked in form}
            fresh = [asked for asked in self.pool() if asked not in used]
            form = [*made[0]]
            for place, old in enumerate(made[0]):
                others = form[:place] + form[place + 1 :]
                for asked in fresh:
                    if self._profile(asked) == self._profile(old) and not asked.meets_any(others):
                        form[place] = asked
                        fresh.remove(asked)
                        break
            made.append(form)
        return made

    def as_far_as_it_goes(self) -> Room:
        """What one form still needs when each question in turn has been taken that can be."""
        room = self._room(self.grid.blueprint.number)
        self.in_turn(1, 0, room)
        return room

    def _slacks(self) -> Iterator[int]:
        """How far the authors may be out of balance, little by little."""
        slack = 0
        yield slack
        while self.authors and slack < self.grid.blueprint.number:
            slack += 1 + slack // 4
            yield slack

    def _room(self, slack: int) -> Room:
        return Room.of(self.grid, self.authors, slack)

    def _profile(self, asked: Asked) -> Profile:
        profile = self.profiles.get(asked)
        if profile is None:
            profile = self.profiles[asked] = self.grid.profile(asked.question)
        return profile

    def in_turn(self, forms: int, slack: int, room: Room | None = None) -> list[Form] | None:
        """Take questions in their order; a group of one profile gives each form one of them."""
        room = room or self._room(slack)
        self.known.looks += room.left * forms
        made: list[Form] = [[] for _ in range(forms)]
        groups: dict[Profile, dict[int, Asked]] = {}
        closed: set[Profile] = set()
        for asked in self.pool():
            profile = self._profile(asked)
            if profile in closed:
                continue
            choice = room.best(profile)
            group = groups.setdefault(profile, {})
            if choice is None:
                closed.add(profile)
                for form, waiting in group.items():
                    made[form].remove(waiting)
                continue
            for form, questions in enumerate(made):
                if form not in group and not asked.meets_any(questions):
                    group[form] = asked
                    questions.append(asked)
                    break
            if len(group) == forms:
                room.take(choice)
                del groups[profile]
            if not room.left:
                waiting_ids = {id(a) for g in groups.values() for a in g.values()}
                return [[a for a in form if id(a) not in waiting_ids] for form in made]
        return None

    def _searched(self) -> list[Form] | None:
        """One form by looking at the questions themselves."""
        ranked = [(asked, self._profile(asked)) for asked in self.pool()]
        for slack in self._slacks():
            if form := search(self._room(slack), ranked):
                return [form]
        return None

    def _planned(self, forms: int, slack: int) -> list[Form] | None:
        """Plan how many of each profile, then find the questions."""
        supply = supplies(self.grid, self.questions, forms)
        needs = plan(self._room(slack), supply)
        if needs is None or (plan_of := (forms, frozenset(needs.items()))) in self.tried:
            return None
        self.tried.add(plan_of)
        pool = [*self.pool()]
        profiles = {asked: self._profile(asked) for asked in pool}
        claims = Counter(asked.question.claim.id for asked in pool)
        scarce = sorted(pool, key=lambda asked: -claims[asked.question.claim.id])
        tight = sorted(pool, key=lambda a: supply[profiles[a]] - needs[profiles[a]])
        for order in (pool, scarce, tight):
            self.known.looks += self.grid.blueprint.number * forms
            made = _fill(order, [profiles[asked] for asked in order], needs, forms)
            if made:
                return made
        return None


def _fill(
    order: Sequence[Asked], profiles: Sequence[Profile], needs: Mapping[Profile, int], forms: int
) -> list[Form] | None:
    """Give each question to the form that has the fewest of its kind and can take it."""
    made: list[Form] = [[] for _ in range(forms)]
    counts: list[Counter[Profile]] = [Counter() for _ in range(forms)]
    for asked, profile in zip(order, profiles, strict=True):
        if not needs.get(profile):
            continue
        for form in sorted(range(forms), key=lambda form: counts[form][profile]):
            if counts[form][profile] < needs[profile] and not asked.meets_any(made[form]):
                counts[form][profile] += 1
                made[form].append(asked)
                break
    total = sum(needs.values())
    return made if all(len(form) == total for form in made) else None
