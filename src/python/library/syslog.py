"""The log of an operating system. A page has none: the constants are here, and the functions refuse."""

from timeslice.kernel.refusals import NO_SYSTEM, refusal

LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
(
    LOG_KERN,
    LOG_USER,
    LOG_MAIL,
    LOG_DAEMON,
    LOG_AUTH,
    LOG_SYSLOG,
    LOG_LPR,
    LOG_NEWS,
    LOG_UUCP,
    LOG_CRON,
    LOG_AUTHPRIV,
    LOG_FTP,
) = range(0, 12 << 3, 1 << 3)
LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(
    16 << 3, 24 << 3, 1 << 3
)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32


def LOG_MASK(pri):
    """The mask of one priority."""
    return 1 << pri


def LOG_UPTO(pri):
    """The mask of all priorities down to one."""
    return (1 << pri + 1) - 1


globals().update(
    {name: refusal(name, NO_SYSTEM, module="syslog") for name in ("syslog", "openlog", "closelog", "setlogmask")}
)
