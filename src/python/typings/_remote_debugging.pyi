"""A module of C code that is new in Python 3.14: what the kernel replaces of it."""

from typing import Any

RemoteUnwinder: Any
