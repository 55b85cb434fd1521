"""What requests and aiohttp have in common beside the network: headers, parameters, character sets."""

from collections.abc import Mapping, MutableMapping
from urllib.parse import quote, urlencode, urlsplit, urlunsplit


class Headers(MutableMapping):
    """Headers by name, in upper or lower case; each keeps the case in which it was last set."""

    def __init__(self, data=None, **more):
        self._values = {}
        self.update({} if data is None else data, **more)

    def __setitem__(self, name, value):
        self._values[name.lower()] = (name, value)

    def __getitem__(self, name):
        return self._values[name.lower()][1]

    def __delitem__(self, name):
        del self._values[name.lower()]

    def __iter__(self):
        return (name for name, _ in self._values.values())

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {name.lower(): value for name, value in self.items()} == {
            name.lower(): value for name, value in other.items()
        }

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return str(dict(self.items()))


def from_answer(pairs, kind: type[Headers] = Headers) -> Headers:
    """The headers of an answer, their names written as servers usually write them."""
    return kind({"-".join(part.capitalize() for part in name.split("-")): value for name, value in pairs})


def content_type(headers: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The media type and the parameters that follow it: `("text/html", {"charset": "utf-8"})`."""
    kind, *rest = headers.get("Content-Type", "").split(";")
    parameters = {}
    for part in rest:
        name, _, value = part.strip().partition("=")
        parameters[name.strip().lower()] = value.strip().strip("'\"")
    return kind.strip().lower(), parameters


KEPT = "!#$%&'()*+,/:;=?@[]~"
"""Of an address that is given, what stays unquoted."""


def with_parameters(url: str, params: object) -> str:
    """The address with `params` (a mapping, pairs or text) behind its query, quoted where it must be, and a path at least of `/`."""
    parts = urlsplit(url)
    query = quote("&".join(filter(None, (parts.query, _encoded(params)))), safe=KEPT)
    path = quote(parts.path, safe=KEPT) or "/"
    return urlunsplit((parts.scheme.lower(), parts.netloc, path, query, parts.fragment))


def _encoded(params):
    if params is None or isinstance(params, (str, bytes)):
        return params.decode() if isinstance(params, bytes) else params or ""
    pairs = params.items() if isinstance(params, Mapping) else params
    return urlencode([(name, value) for name, value in pairs if value is not None], doseq=True)
