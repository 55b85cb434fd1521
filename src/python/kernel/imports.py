"""Changes modules of the standard library as they are imported, so that those which a program does not use cost nothing."""

import sys
from importlib.machinery import PathFinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_afterwards: "dict[str, Callable[[ModuleType], None]]" = {}


def after(name: str, change: "Callable[[ModuleType], None]") -> None:
    """Calls `change(module)` each time that the module of that name has been loaded."""
    _afterwards[name] = change


class Finder:
    """Stands first in `sys.meta_path`."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        change = _afterwards.get(name)
        if change is None:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None:
            spec.loader = _Loader(spec.loader, change)  # pyright: ignore[reportAttributeAccessIssue]
        return spec


class _Loader:
    """Loads as the real loader does, gives the module back to that, and changes the module."""

    def __init__(self, real, change):
        self.real = real
        self.change = change

    def create_module(self, spec):
        return self.real.create_module(spec)

    def exec_module(self, module):
        module.__loader__ = module.__spec__.loader = self.real
        self.real.exec_module(module)
        self.change(module)


def install() -> None:
    """Called once, when Python has started."""
    sys.meta_path.insert(0, Finder)
