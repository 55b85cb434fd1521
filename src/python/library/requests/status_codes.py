"""`codes.ok`, `codes.not_found` and the others, by the names of http.HTTPStatus."""

from http import HTTPStatus


class _Codes:
    """The numbers by name; `codes["none"]` is None for a name that is none."""

    def __init__(self):
        for status in HTTPStatus:
            setattr(self, status.name.lower(), status.value)
            setattr(self, status.name, status.value)
        self.teapot = self.im_a_teapot
        self.okay = self.all_good = self.ok

    def __getitem__(self, name):
        return vars(self).get(name)

    def get(self, name, default=None):
        """The number of that name."""
        return vars(self).get(name, default)


codes = _Codes()
