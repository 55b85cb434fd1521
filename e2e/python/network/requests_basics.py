"""What a response of requests holds."""

import requests

SERVER = "http://127.0.0.1:8000"

page = requests.get(f"{SERVER}/text", timeout=10)
print(page, page.status_code, page.ok, bool(page), page.reason)
print(page.url == f"{SERVER}/text", page.encoding, page.apparent_encoding, page.history)
print(repr(page.text), page.content, len(page.content))
print(page.headers["content-type"], page.headers.get("CONTENT-TYPE"), "Content-Length" in page.headers)
print(page.headers.get("X-None"), page.headers.get("x-none", "none"))
print(0 < page.elapsed.total_seconds() < 5, type(page.elapsed).__name__)
print(page.request.method, page.request.url == page.url)

latin = requests.get(f"{SERVER}/latin")
print(latin.encoding, latin.text)
latin.encoding = "cp437"
print(latin.text)

echo = requests.get(f"{SERVER}/echo", params={"b": [1, 2], "a": "x y&z", "none": None})
print(echo.json(), echo.url.removeprefix(SERVER))
print(requests.get(f"{SERVER}/echo?a=1#there", params="b=ü").url.removeprefix(SERVER))
print(requests.get(f"{SERVER}/echo", params=[("k", "1"), ("k", "2")]).json()["args"])
print(requests.post(f"{SERVER}/echo", json={"a": [1, None]}).json())
print(requests.post(f"{SERVER}/echo", data={"a": 1, "b": ["x", "y"]}).json())
print(requests.post(f"{SERVER}/echo", data="text").json()["body"])
print(requests.put(f"{SERVER}/echo", data=b"bytes").json()["body"])
print(requests.delete(f"{SERVER}/echo").json()["method"], requests.patch(f"{SERVER}/echo").json()["method"])
head = requests.head(f"{SERVER}/text")
print(head.status_code, head.content, head.headers["Content-Length"])
print(requests.request("get", f"{SERVER}/echo", headers={"X-Trial": "1"}).json()["trial"])
print(requests.get(f"{SERVER}/redirect").json()["args"])

lines = requests.get(f"{SERVER}/lines", stream=True)
print(list(lines.iter_lines()))
print(list(requests.get(f"{SERVER}/lines").iter_lines(decode_unicode=True)))
print(list(requests.get(f"{SERVER}/lines").iter_content(5)), list(requests.get(f"{SERVER}/text").iter_content(4, decode_unicode=True)))
print(list(requests.get(f"{SERVER}/empty").iter_content(5)), requests.get(f"{SERVER}/empty").text == "")
print(requests.codes.ok, requests.codes.not_found, requests.codes["teapot"], requests.codes["nothing"])
with requests.get(f"{SERVER}/text") as page:
    print(page.text)
