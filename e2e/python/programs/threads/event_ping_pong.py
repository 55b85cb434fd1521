"""Two threads take turns with two events, a hundred times."""

import threading

ping, pong = threading.Event(), threading.Event()
log = []


def player(mine, other, word):
    for _ in range(100):
        mine.wait()
        mine.clear()
        log.append(word)
        other.set()


threads = [threading.Thread(target=player, args=args) for args in ((ping, pong, "ping"), (pong, ping, "pong"))]
for thread in threads:
    thread.start()
ping.set()
for thread in threads:
    thread.join()
print(len(log), log == ["ping", "pong"] * 100)
