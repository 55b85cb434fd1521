"""Only one at a time makes a new one."""
import threading

settings = {}
lock = threading.Lock()


def switch_on(name):
    global settings
    with lock:
        settings = {**settings, name: True}


first = threading.Thread(target=switch_on, args=("dark",))
second = threading.Thread(target=switch_on, args=("wide",))
first.start()
second.start()
first.join()
second.join()
print(*sorted(settings))
