"""Headers, whose names have no case."""

from timeslice.network.headers import Headers


class CaseInsensitiveDict(Headers):
    """A mapping whose keys are the same in any case."""

    def lower_items(self):
        """The items with their keys in small letters."""
        return ((name.lower(), value) for name, value in self.items())
