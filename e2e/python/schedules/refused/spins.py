"""Goes round until somebody else lets it go on, which the search cannot tell from a long run."""
import threading

ready = False


def wait():
    while not ready:
        pass


def get_ready():
    global ready
    ready = True


threading.Thread(target=wait).start()
threading.Thread(target=get_ready).start()
