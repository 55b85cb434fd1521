"""Sessions, and threads that share one."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

SERVER = "http://127.0.0.1:8000"

with requests.Session() as session:
    session.headers.update({"X-Trial": "mine"})
    session.params = {"a": "1"}
    print(session.get(f"{SERVER}/echo").json())
    print(session.get(f"{SERVER}/echo", params={"b": 2}, headers={"x-trial": "other"}).json())
    print(session.get(f"{SERVER}/echo", params={"a": None}, headers={"X-Trial": None}).json())
    print(session.post(f"{SERVER}/echo", json={}).json()["type"], session.headers["x-TRIAL"])
    print(session.request("DELETE", f"{SERVER}/echo").json()["method"])

    start = time.perf_counter()
    with ThreadPoolExecutor(3) as pool:
        answers = pool.map(lambda seconds: session.get(f"{SERVER}/delay/{seconds}").text, [0.6, 0.5, 0.4])
        print(list(answers), f"{time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(session.get, f"{SERVER}/delay/{seconds}") for seconds in (0.6, 0.3, 0.1)]
        print([done.result().text for done in as_completed(waiting)])

with ThreadPoolExecutor(2) as pool:
    slow = pool.submit(requests.get, f"{SERVER}/delay/0.5")
    steps = 0
    while not slow.done():
        steps += 1
    print(steps > 100, slow.result().text)
