"""Runs that a reader steps through: a run halts where the reader stands, and goes on from there with the next choice.

A stack that is suspended cannot be copied (WebAssembly's stack switching has no way to do it), and an image of the memory is of no use without the stacks. So one run stands at
one place: it is made again from its start if the reader has gone back and chooses otherwise. Steps that the page knows are passed without being looked at, as in a search.
"""

from json import loads

from ..kernel import kernel
from ..kernel.tojson import dumps
from . import runs, scheduler
from .disassembly import disassemble
from .packed import Made, Packed
from .patches import Patches
from .snapshot import Watcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from .shapes import Order


def step_runs(order: str) -> "NoReturn":
    """Does what the page orders, one order after another, until the interpreter is put back. Called by the page on a stack of its own, once for a program.

    `order` is JSON as `packOrder` in src/core/python/packedRuns.ts makes it; `Host` in src/workers/python/host.ts has the later ones, and hears what came of each.
    """
    with Patches() as patches:
        runs.begin_batch(patches, True, False, True)
        reader = Reader(loads(order))
        while True:
            reader.make_run()


class Reader:
    """Makes the choices of a run where none is given: waits there for the page's next order."""

    def __init__(self, order: "Order") -> None:
        self._order = order
        self._is_for_another = False
        """Whether the order is one for another run than the one under way."""
        self._watcher = Watcher(0)

    @property
    def untold(self) -> int:
        """How many steps are not told, from the first on, since the page knows them already."""
        return max(0, min(self._order["first"] - 1, len(self._order["prefix"])))

    def make_run(self) -> None:
        """Makes a run, and whatever is ordered while it goes on; returns when the next order is one for another run."""
        order = self._order
        self._is_for_another = False
        # That of the run before would keep its locks, and these its tasks.
        self._watcher = Watcher(order["first"])
        runs.collect()
        made = runs.make_run({"prefix": order["prefix"]}, order["maxSteps"], self._watcher, reader=self)
        if not self._is_for_another:
            self._tell(made)

    def wait(self, enabled: "Sequence[int]") -> None:
        """Called at a switch point for which no choice is given: returns when there is one. Ends the run where the page orders another."""
        run, batch = scheduler.run, scheduler.batch
        at = len(run.chosen)
        if batch.main_first and list(enabled) == [0] and at < run.max_steps:
            # It is no choice.
            return
        running = run.running
        while run.over is None and at >= len(run.prefix):
            # What is done to tell the page is no step of the program.
            run.running = None
            self._tell(Made.of(run))
            run.running = running
            order = self._order
            if order["prefix"][:at] != run.chosen or order["first"] < at:
                self._is_for_another = True
                run.abandon("steps")
                return
            run.prefix, run.max_steps, run.untold = order["prefix"], order["maxSteps"], self.untold
            self._watcher.begin_at(order["first"])

    def _tell(self, made: Made) -> None:
        """Tells the page what came of its order, and takes the next one."""
        first, batch = self._order["first"], scheduler.batch
        packed = Packed()
        packed.add(made)
        codes = disassemble(batch.program) if batch.fine and first == 0 else None
        told = dumps({"result": packed.to_json(), "moments": self._watcher.states, "codes": codes})
        strand = kernel.current
        kernel.busy = True
        kernel.current = kernel.nobody
        kernel.host.halt(strand.id, told)
        kernel.park()
        kernel.current = strand
        kernel.busy = False
        self._order = loads(kernel.host.takeOrder())
