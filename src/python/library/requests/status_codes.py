"""`codes.ok`, `codes.not_found` and the others, by the names of http.HTTPStatus."""

from http import HTTPStatus


class _Codes:
    """The numbers by name; None for a name that is none, as in requests."""

    def __init__(self):
        for status in HTTPStatus:
            setattr(self, status.name.lower(), status.value)
            setattr(self, status.name, status.value)
        self.teapot = self.im_a_teapot

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return None

    __getitem__ = getattr


codes = _Codes()
