"""It is completed first, then published by one assignment."""
import threading


class Config:
    port = None


config = None
lock = threading.Lock()
ports = []


def connect():
    global config
    if config is None:
        with lock:
            if config is None:
                made = Config()
                made.port = 8080
                config = made
    ports.append(config.port)


threads = [threading.Thread(target=connect) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*sorted(map(str, ports)))
