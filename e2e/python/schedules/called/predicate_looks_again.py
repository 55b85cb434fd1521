"""`wait_for` asks at once, and again when it was notified."""
import threading

log = []
door = threading.Condition()
is_open = False


def ask():
    log.append("asks")
    return is_open


def wait():
    with door:
        door.wait_for(ask)


thread = threading.Thread(target=wait)
thread.start()
is_open = True
with door:
    door.notify()
thread.join()
print(log)
