"""A new dictionary takes the place of the old one, with what another has just added."""
import threading

settings = {}


def switch_on(name):
    global settings
    settings = {**settings, name: True}


first = threading.Thread(target=switch_on, args=("dark",))
second = threading.Thread(target=switch_on, args=("wide",))
first.start()
second.start()
first.join()
second.join()
print(*sorted(settings))
