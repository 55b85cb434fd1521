"""Choices by priorities, for random schedules with a guarantee. src/core/schedule/priorities.ts does the same in TypeScript, and randomTree.ts there says where priorities come from."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class ByPriority:
    """Chooses the thread with the highest rank, from step to step."""

    def __init__(self, ranks: "Sequence[int]", changes: "Sequence[int]") -> None:
        self._ranks = dict(enumerate(ranks))
        self._changes = changes

    def choose(self, at: int, enabled: "Sequence[int]") -> int:
        """Who takes step `at`, of those that can; to be asked once for each step, in order."""
        if at in self._changes:
            for index, change in enumerate(self._changes):
                if change == at:
                    # Below all that have not fallen; the first in the list falls lowest.
                    self._ranks[self._highest(enabled)] = index - len(self._changes)
        return self._highest(enabled)

    def _highest(self, enabled: "Sequence[int]") -> int:
        return max(enabled, key=lambda number: self._ranks.get(number, 0))
