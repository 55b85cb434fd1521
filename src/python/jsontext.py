"""JSON as the page reads it, made by C alone: no function of the library's is called that a program's trace function would see."""

from json.encoder import c_make_encoder, encode_basestring_ascii


def _refuse(value):
    raise TypeError(f"no JSON for {type(value).__name__}")


_encode = c_make_encoder(None, _refuse, encode_basestring_ascii, None, ":", ",", False, False, True)


def dumps(value):
    """The text of lists, dictionaries, texts and numbers."""
    return "".join(_encode(value, 0))
