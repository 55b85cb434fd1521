"""Settings can be seen before the function that completes them has run."""
import threading


class Settings:
    port = None

    def load(self):
        self.port = 8080


settings = None
lock = threading.Lock()


def port():
    global settings
    if settings is None:
        with lock:
            if settings is None:
                settings = Settings()
                settings.load()
    return settings.port


def ask_first():
    global first_port
    first_port = port()


def ask_second():
    global second_port
    second_port = port()


first = threading.Thread(target=ask_first)
second = threading.Thread(target=ask_second)
first.start()
second.start()
first.join()
second.join()
print(first_port, second_port)
