"""urllib.request in a page and elsewhere."""

import json
import urllib.error
import urllib.parse
import urllib.request

SERVER = "http://127.0.0.1:8000"

with urllib.request.urlopen(f"{SERVER}/text", timeout=10) as page:
    print(page.status, page.reason, page.getcode(), page.geturl() == f"{SERVER}/text")
    print(page.headers["Content-Type"], page.getheader("content-length"), page.headers.get_content_charset(), page.info() is page.headers)
    print(page.read(3), page.read().decode(), page.read())
with urllib.request.urlopen(f"{SERVER}/lines") as page:
    print(list(page))

query = urllib.parse.urlencode({"a": "x y"})
request = urllib.request.Request(f"{SERVER}/echo?{query}", headers={"X-Trial": "1"})
print(json.load(urllib.request.urlopen(request)))
request = urllib.request.Request(f"{SERVER}/echo", data=b"a=1")
print(request.get_method(), json.load(urllib.request.urlopen(request)))
request = urllib.request.Request(f"{SERVER}/echo", data=b"{}", headers={"Content-Type": "application/json"}, method="PUT")
print(json.load(urllib.request.urlopen(request)))
print(json.load(urllib.request.urlopen(f"{SERVER}/redirect"))["args"])
request = urllib.request.Request(f"{SERVER}/text", method="HEAD")
print(urllib.request.urlopen(request).read())

try:
    urllib.request.urlopen(f"{SERVER}/status/404")
except urllib.error.HTTPError as error:
    print(error, error.code, error.reason, error.read(), isinstance(error, urllib.error.URLError), error.headers["content-type"])
try:
    urllib.request.urlopen("https://no-such-host.invalid/")
except urllib.error.URLError as error:
    print(error, type(error.reason).__name__)
try:
    urllib.request.urlopen(f"{SERVER}/delay/3", timeout=0.3)
except TimeoutError as error:
    print(type(error).__name__)
for wrong in ("example.org", "gopher://example.org/", "http:///"):
    try:
        urllib.request.urlopen(wrong)
    except Exception as error:
        print(type(error).__name__, error)
with urllib.request.urlopen("data:text/plain,hello") as page:
    print(page.read())
