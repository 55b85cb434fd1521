"""What is replaced for a while in modules and classes that others use, and put back afterwards."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

_MISSING = object()


class Patches:
    """Attributes that are replaced until the end of a `with` statement, which puts them back in reverse order."""

    def __init__(self) -> None:
        self._undo: "list[tuple[Callable[..., object], tuple[Any, ...]]]" = []

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *_: object) -> None:
        while self._undo:
            function, args = self._undo.pop()
            function(*args)

    def set(self, owner: object, name: str, value: object) -> None:
        """Sets an attribute of a module or a class, also one that it does not have."""
        self.keep(owner, name)
        setattr(owner, name, value)

    def keep(self, owner: object, name: str) -> None:
        """Notes what an attribute is now: whatever it is set to before the end, it then gets that back."""
        self.on_undo(_put_back, owner, name, vars(owner).get(name, _MISSING))

    def on_undo(self, function: "Callable[..., object]", *args: object) -> None:
        """Has `function(*args)` called at the end, before what was replaced earlier is put back."""
        self._undo.append((function, args))


def _put_back(owner: object, name: str, value: object) -> None:
    if value is _MISSING:
        delattr(owner, name)
    else:
        setattr(owner, name, value)
