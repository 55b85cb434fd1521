"""The end of a program, as CPython has it: what the program has kept until now goes, and its finalizers run.

After `finalize_modules` in CPython's Python/pylifecycle.c, as far as a program can tell; the library's own modules stay, since the page puts the whole interpreter back.
"""

import gc
import sys
from weakref import ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType


def finalize(library: "Mapping[str, ModuleType]", main: "list[ModuleType]") -> None:
    """Lets go of all modules but those named in `library`, and clears those that something still holds. `main` is the list that holds the program's own module alone."""
    # As `Py_FinalizeEx` does before. It also brings objects into the order in which they go later: what is nearer to the program's names comes first.
    if gc.isenabled():
        gc.collect()
    names = [name for name in sys.modules if name not in library]
    gone = []
    for name in names:
        module = sys.modules.pop(name)
        try:
            gone.append(ref(module))
        except TypeError:
            pass
        module = None
    main.clear()
    _leave_process()
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)  # pyright: ignore[reportAttributeAccessIssue]
    gc.collect()
    for alive in reversed(gone):
        module = alive()
        if module is not None:
            _clear(vars(module))
            module = None
    gc.collect()


def _leave_process():
    """What a child was to do, and its class, are the program's, and hold all that the program has; its name and the like stay."""
    names = vars(sys.modules.get("multiprocessing.process", gc))
    if names.get("_parent_process") is None:
        return
    plain = object.__new__(names["BaseProcess"])
    vars(plain).update(
        (name, value) for name, value in vars(names["_current_process"]).items() if name in _OF_A_PROCESS
    )
    names["_current_process"] = plain


_OF_A_PROCESS = frozenset(("_identity", "_config", "_parent_pid", "_parent_name", "_popen", "_closed", "_name"))


def _clear(names):
    """As `_PyModule_ClearDict` in Objects/moduleobject.c: first what begins with one underscore, then the rest."""
    for name in list(names):
        if isinstance(name, str) and name.startswith("_") and not name.startswith("__"):
            names[name] = None
    for name in list(names):
        if name != "__builtins__":
            names[name] = None
