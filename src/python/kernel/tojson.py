"""JSON for the page. Nothing is looked up here that a program can have changed, as `json.dumps` does at each call."""

from _json import encode_basestring_ascii, make_encoder


def _refuse(thing):
    raise TypeError("The page is told of plain things only.")


def dumps(
    thing: object,
    *,
    _encode=make_encoder(None, _refuse, encode_basestring_ascii, None, ": ", ", ", False, False, True),
    _join="".join,
) -> str:
    """As `json.dumps`, for what consists of dictionaries, lists, tuples, texts and numbers."""
    return _join(_encode(thing, 0))
