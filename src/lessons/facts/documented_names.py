"""What the links lead to by name is in the library, as far as this Python is as new as the page."""

import json
import pathlib
import pkgutil
import sys


def is_there(name):
    try:
        pkgutil.resolve_name(name.replace("asyncio.loop.", "asyncio.AbstractEventLoop."))
    except (ImportError, AttributeError):
        return False
    return True


links = json.loads(pathlib.Path(__file__).with_name("links.json").read_text("utf-8"))
names = [
    anchor
    for link in links
    if tuple(map(int, link.get("version", "0.0").split("."))) <= sys.version_info[:2]
    for anchor in link.get("anchors", ())
    if "." in anchor
]
missing = [name for name in names if not is_there(name)]
print("holds" if not missing else missing)
