"""`multiprocessing.connection.Listener` and `Client`, and connections that are sent to processes which already run.

A listener has a pipe from which it reads who connects, and a name by which the processes of the program find it. A connection is a pipe in each direction.
"""

import errno
import itertools
import os
import random

from ..kernel import system
from ..pipes import pipes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

NO_NETWORK = (
    "in the page, a connection goes to another process of the program only: there is no host {!r} to connect to"
)
HOSTS = frozenset(("", "localhost", "127.0.0.1", "0.0.0.0", "::1"))
"""What a program calls the machine that it runs on."""
EPHEMERAL = range(32768, 61000)
"""The ports that Linux gives those who ask for none."""
_MOST_PIPES = 320
"""How many pipes a program has, `mostPipes` in src/core/python/processes/layout.ts."""

_ports = itertools.count(40000)


def _name(address):
    """What the other processes know that address by."""
    if not isinstance(address, tuple):
        return os.fsdecode(address)
    host, port = address
    if host not in HOSTS:
        raise NotImplementedError(NO_NETWORK.format(host))
    return f"port {port}"


_WORDS = {errno.EADDRINUSE: "Address already in use", errno.EMFILE: "Too many open files"}
"""What Linux calls errors for which the C library here has other words."""


def _error(number):
    return OSError(number, _WORDS.get(number) or os.strerror(number))


class Listener:
    """Stands where `multiprocessing.connection.SocketListener` does."""

    def __init__(self, address, family, backlog=1):
        from multiprocessing import util

        self._family = family
        self._last_accepted = None
        asked, queue = address, system.NAME_TAKEN
        for asked in self._bindable(address):
            queue = system.call("listen", _name(asked))
            if queue != system.NAME_TAKEN:
                break
        if queue == system.NAME_TAKEN:
            raise _error(errno.EADDRINUSE)
        if queue == system.NO_ROOM:
            raise _error(errno.EMFILE)
        self._address = asked
        self._queue = pipes.adopt(pipes.Descriptor(queue, queue))
        self._unlink = util.Finalize(self, system.tell, args=("stopListening", queue), exitpriority=0)

    @staticmethod
    def _bindable(address) -> "Iterable[Any]":
        """The addresses to try, as `getsockname()` tells them: one, or ports until one is free."""
        if not isinstance(address, tuple):
            return (address,)
        host, port = address
        host = {"": "0.0.0.0", "localhost": "127.0.0.1"}.get(host, host)
        return ((host, one) for one in random.Random().sample(EPHEMERAL, 100)) if port == 0 else ((host, port),)

    def accept(self):
        """The next connection, as soon as a process connects."""
        from multiprocessing.connection import Connection

        fd = self._queue
        self._last_accepted = ("127.0.0.1", next(_ports)) if isinstance(self._address, tuple) else ""
        return Connection(_adopt(pipes.read(fd, 8)))

    def close(self):
        """No process can connect any more; one that has not been accepted yet finds its connection closed."""
        if self._unlink is None:
            return
        unlink, self._unlink = self._unlink, None
        unlink()
        waiting = pipes.describe(self._queue)
        while waiting.readable(False):
            pipes.close(_adopt(pipes.read(self._queue, 8)))
        pipes.close(self._queue)


def _adopt(record):
    """The descriptor of a connection, from what a listener has heard of it."""
    return pipes.adopt(pipes.Descriptor(*(int.from_bytes(record[at : at + 4], "little") for at in (0, 4))))  # pyright: ignore[reportArgumentType]


def connect(address):
    """A connection to the listener of that address; stands where `multiprocessing.connection.SocketClient` does. Raises OSError where nobody listens."""
    from multiprocessing.connection import Connection

    made = system.call("connect", _name(address))
    if made == system.NO_ROOM:
        raise _error(errno.EMFILE)
    if made == system.REFUSED or made == system.UNKNOWN and isinstance(address, tuple):
        raise _error(errno.ECONNREFUSED)
    if made == system.UNKNOWN:
        raise _error(errno.ENOENT)
    return Connection(pipes.adopt(pipes.Descriptor(*divmod(made, _MOST_PIPES))))


def _hand_over(connection, fd):
    """Tells the process at the other end what a descriptor stands for, and keeps that open until it has it."""
    descriptor = pipes.describe(fd)
    connection.send((descriptor.reads, descriptor.writes))
    connection.recv()


def _take_over(connection):
    """A descriptor for what another process hands over."""
    descriptor = pipes.Descriptor(*connection.recv())
    for pipe, end in descriptor.ends():
        system.call("openEnd", pipe, end, system.slot)
    fd = pipes.adopt(descriptor)
    connection.send(None)
    return fd


def change_sharer(module):
    """A thread of `multiprocessing.resource_sharer` hands over, as in CPython, where sockets carry descriptors."""

    class DupFd:
        """A descriptor that can be sent to any process."""

        def __init__(self, fd):
            copy = pipes.dup(fd)
            self._id = module._resource_sharer.register(
                lambda connection, _: _hand_over(connection, copy), lambda: pipes.close(copy)
            )

        def detach(self):
            """The descriptor in the process that has received it; once only."""
            with module._resource_sharer.get_connection(self._id) as connection:
                return _take_over(connection)

    DupFd.__module__, DupFd.__qualname__ = module.__name__, "DupFd"
    module.DupFd = DupFd
