"""What is published before it is complete is used before it is complete."""
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
                config = Config()
                config.port = 8080
    ports.append(config.port)


threads = [threading.Thread(target=connect) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*sorted(map(str, ports)))
