"""What the queues of `concurrent.interpreters` stand on: there are none here, as there are no other interpreters."""

from timeslice.kernel.refusals import NO_INTERPRETERS, refusal


class QueueError(RuntimeError):
    """Indicates that a queue-related error happened."""


class QueueNotFoundError(QueueError):
    """Indicates that a queue does not exist."""


def list_all():
    """Return the list of IDs for all queues."""
    return []


def _register_heap_types(queue, empty, full):
    """Nothing here needs them."""


_REFUSED = "create destroy put get bind release get_count get_maxsize get_queue_defaults is_full".split()
globals().update(
    {name: refusal(name, NO_INTERPRETERS, NotImplementedError, module="_interpqueues") for name in _REFUSED}
)
