"""What is to be called at a time."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Appointment:
    """A call at a time on the kernel's clock; made at the same time, the earlier one comes first. The call finds the kernel busy, and raises nothing."""

    __slots__ = ("at", "order", "call")

    def __init__(self, at: float, order: int, call: "Callable[[], None]") -> None:
        self.at = at
        self.order = order
        self.call = call

    def __lt__(self, other: "Appointment") -> bool:
        return (self.at, self.order) < (other.at, other.order)
