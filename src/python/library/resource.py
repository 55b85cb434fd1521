"""Limits and use of resources, as an operating system keeps them. A page has none: the constants are here, and the functions refuse."""

from timeslice.kernel.refusals import NO_SYSTEM, refusal

error = OSError
RLIM_INFINITY = -1
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE = range(8)
RLIMIT_MEMLOCK, RLIMIT_AS, _, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME = range(
    8, 16
)
RLIMIT_OFILE = RLIMIT_NOFILE


def getpagesize():
    """WebAssembly's."""
    return 65536


globals().update(
    {name: refusal(name, NO_SYSTEM, module="resource") for name in ("getrusage", "getrlimit", "setrlimit", "prlimit")}
)
