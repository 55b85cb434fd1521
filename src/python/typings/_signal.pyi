"""The C code beneath `signal`, which the kernel replaces: both have functions of one name."""

from collections.abc import Callable
from typing import Any

default_int_handler: Any
getsignal: Callable[..., Any]
signal: Callable[..., Any]
