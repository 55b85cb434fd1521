"""What a page cannot have, above all sockets and other programs: a sentence says so at the line of the program that asks for it.

Constants are there as on Linux, since a program names them before it asks for anything.
"""

import _posixsubprocess
import _remote_debugging
import asyncio
import errno
import os
import signal
import socket
import subprocess
import time

NO_SOCKETS = "there are no sockets in a browser: use requests, urllib.request or aiohttp for HTTP, and queues between tasks or threads"
NO_SERVERS = "a page cannot be a server, since there are no sockets in a browser: let tasks or threads talk through queues or os.pipe()"
NO_PROGRAMS = "a page cannot start other programs, since there is no operating system here: use multiprocessing to run more Python"
NO_OTHER_PYTHON = "a page cannot look into another Python's memory: asyncio.print_call_graph() shows this one's tasks, sys._current_frames() its threads"
NO_TERMINALS = "there are no terminals in a page: use os.pipe()"
NO_SYSTEM = "a page has no operating system, which this needs"
NO_INTERPRETERS = "Pyodide has one interpreter in a process: use concurrent.futures.InterpreterPoolExecutor, whose interpreters are workers of the page"

_SOCKET_CONSTANTS = {
    "SO_REUSEADDR": 2,
    "SO_REUSEPORT": 15,
    "IPPROTO_SCTP": 132,
    "NI_IDN": 32,
    "PACKET_HOST": 0,
    "PACKET_BROADCAST": 1,
    "PACKET_MULTICAST": 2,
    "PACKET_OTHERHOST": 3,
    "PACKET_OUTGOING": 4,
    "CAN_RAW": 1,
    "CAN_BCM": 2,
    "CAN_ISOTP": 6,
    "SOL_CAN_BASE": 100,
    "SOL_CAN_RAW": 101,
    "SOL_ALG": 279,
    "SOL_TIPC": 271,
    "NETLINK_ROUTE": 0,
    "NETLINK_USERSOCK": 2,
    "VMADDR_CID_ANY": 0xFFFFFFFF,
    "VMADDR_CID_HOST": 2,
    "VMADDR_PORT_ANY": 0xFFFFFFFF,
}
_FAMILIES = {
    "AF_UNIX": 1,
    "AF_NETLINK": 16,
    "AF_CAN": 29,
    "AF_TIPC": 30,
    "AF_ALG": 38,
    "AF_VSOCK": 40,
    "AF_QIPCRTR": 42,
}
_OS_CONSTANTS = {
    "EFD_CLOEXEC": 0o2000000,
    "EFD_NONBLOCK": 0o4000,
    "EFD_SEMAPHORE": 1,
    "GRND_NONBLOCK": 1,
    "GRND_RANDOM": 2,
    "MFD_CLOEXEC": 1,
    "MFD_ALLOW_SEALING": 2,
    "POSIX_SPAWN_OPEN": 0,
    "POSIX_SPAWN_CLOSE": 1,
    "POSIX_SPAWN_DUP2": 2,
    "P_PIDFD": 3,
    "SPLICE_F_MOVE": 1,
    "SPLICE_F_NONBLOCK": 2,
    "SPLICE_F_MORE": 4,
    "TFD_CLOEXEC": 0o2000000,
    "TFD_NONBLOCK": 0o4000,
    "TFD_TIMER_ABSTIME": 1,
    "SCHED_OTHER": 0,
    "SCHED_FIFO": 1,
    "SCHED_RR": 2,
    "SCHED_BATCH": 3,
    "SCHED_IDLE": 5,
}
_PROGRAMS = (
    "system popen execl execle execlp execlpe execv execve execvp execvpe posix_spawn posix_spawnp spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe"
).split()
_SYSTEM = (
    "copy_file_range eventfd eventfd_read eventfd_write memfd_create mknod nice pidfd_open preadv pwritev sched_getparam sched_getscheduler sched_rr_get_interval "
    "sched_setaffinity sched_setparam sched_setscheduler sched_get_priority_max sched_get_priority_min sendfile setns setpriority splice timerfd_create timerfd_gettime "
    "timerfd_settime unshare"
).split()


_refused = 0
"""How often something was refused."""


def refusal(name: str, why: str, kind: type[Exception] = OSError, number: int = errno.ENOSYS, module: str = "posix"):
    """A function that is called `name` and always raises `kind` with the words `why`, and with `number` if `kind` is an OSError."""

    def refuse(*args, **kwargs):
        global _refused
        _refused += 1
        raise kind(number, why) if issubclass(kind, OSError) else kind(why)

    refuse.__name__ = refuse.__qualname__ = name
    refuse.__module__ = module
    return refuse


def _coroutine_refusal(name, why, module):
    async def refuse(*args, **kwargs):
        global _refused
        _refused += 1
        raise OSError(errno.ENOSYS, why)

    refuse.__name__ = refuse.__qualname__ = name
    refuse.__module__ = module
    return refuse


def install() -> None:
    """Called once, at start."""
    _install_sockets()
    _install_system()
    _install_asyncio()
    subprocess.Popen.__init__ = _no_program
    # The C code would read where there is no memory, and crash.
    _remote_debugging.RemoteUnwinder = refusal("RemoteUnwinder", NO_OTHER_PYTHON, module="_remote_debugging")


def _install_sockets():
    for name, value in _SOCKET_CONSTANTS.items():
        if not hasattr(socket, name):
            setattr(socket, name, value)
    for name, value in _FAMILIES.items():
        if not hasattr(socket, name):
            setattr(socket, name, _new_member(socket.AddressFamily, name, value))
    for name in dir(socket):
        if name in _SOCKET_CONSTANTS or name in _FAMILIES:
            socket.__all__.append(name)

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        global _refused
        _refused += 1
        raise OSError(errno.EAFNOSUPPORT, NO_SOCKETS)

    socket.socket.__init__ = __init__
    for name in ("socketpair", "fromfd", "create_server", "send_fds", "recv_fds", "sethostname"):
        setattr(
            socket,
            name,
            refusal(
                name, NO_SERVERS if name == "create_server" else NO_SOCKETS, number=errno.EAFNOSUPPORT, module="socket"
            ),
        )
    names = refusal("getaddrinfo", NO_SOCKETS, socket.gaierror, socket.EAI_FAIL, "socket")
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo"):
        setattr(socket, name, names)


def _new_member(enum, name, value):
    member = int.__new__(enum, value)
    member._name_, member._value_, member.__objclass__, member._sort_order_ = name, value, enum, len(enum)
    enum._member_names_.append(name)
    enum._member_map_[name] = enum._value2member_map_[value] = member
    type.__setattr__(enum, name, member)
    return member


def _install_system():
    for name in _PROGRAMS:
        setattr(os, name, refusal(name, NO_PROGRAMS))
    for name in _SYSTEM:
        if not hasattr(os, name):
            setattr(os, name, refusal(name, NO_SYSTEM))
    for name, value in _OS_CONSTANTS.items():
        if not hasattr(os, name):
            setattr(os, name, value)
    for name in ("openpty", "forkpty", "login_tty"):
        setattr(os, name, refusal(name, NO_TERMINALS, NotImplementedError))
    _posixsubprocess.fork_exec = refusal("fork_exec", NO_PROGRAMS, module="_posixsubprocess")
    os.sched_getaffinity = _sched_getaffinity
    os.geteuid, os.getegid = os.getuid, os.getgid
    os.getrandom = lambda size, flags=0: os.urandom(size)
    os.getrandom.__name__ = "getrandom"
    time.thread_time_ns = lambda: int(time.thread_time() * 1_000_000_000)
    time.tzset = lambda: None
    if not hasattr(signal, "SIGCLD"):
        signal.SIGCLD = signal.SIGCHLD


def _sched_getaffinity(pid, /):
    return set(range(os.cpu_count() or 1))


_sched_getaffinity.__name__ = _sched_getaffinity.__qualname__ = "sched_getaffinity"


def _install_asyncio():
    for name in ("open_unix_connection", "start_unix_server"):
        function = _coroutine_refusal(name, NO_SERVERS if "server" in name else NO_SOCKETS, "asyncio.streams")
        for module in (asyncio, asyncio.streams):
            setattr(module, name, function)
            if name not in module.__all__:
                module.__all__ += (name,) if isinstance(module.__all__, tuple) else [name]  # pyright: ignore[reportAttributeAccessIssue]


def methods_of_a_loop(loop):
    """The methods of a class of event loops that need sockets or other programs, each replaced by one that refuses."""
    servers = "create_server create_unix_server connect_accepted_socket".split()
    connections = "create_connection create_unix_connection create_datagram_endpoint start_tls sendfile".split()
    programs = "subprocess_exec subprocess_shell".split()
    sockets = (
        "sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile"
    ).split()
    methods = {name: _coroutine_refusal(name, NO_SOCKETS, "asyncio.unix_events") for name in sockets}
    for names, why in ((servers, NO_SERVERS), (connections, NO_SOCKETS), (programs, NO_PROGRAMS)):
        for name in names:
            methods[name] = _as_far_as_it_goes(getattr(loop, name), why)
    return methods


def _as_far_as_it_goes(method, why):
    """The method, which works with sockets that a program has made up, as CPython's tests do. Where it needs a real one, it says why there is none."""

    async def refuse(self, *args, **kwargs):
        before = _refused
        try:
            return await method(self, *args, **kwargs)
        except OSError:
            if _refused == before:
                raise
        raise OSError(errno.ENOSYS, why)

    refuse.__name__ = method.__name__
    refuse.__qualname__ = method.__qualname__
    refuse.__module__ = method.__module__
    return refuse


def _no_program(self, args, *others, **keywords):
    global _refused
    _refused += 1
    raise OSError(errno.ENOSYS, NO_PROGRAMS)
