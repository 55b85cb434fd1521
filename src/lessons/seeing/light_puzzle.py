"""Whoever comes in turns the light on, and the last one out turns it off. Does anybody sit in the dark?"""

import threading

lock = threading.Lock()
inside = 0
light = False
in_the_dark = 0


def work():
    global inside, light, in_the_dark
    with lock:
        inside += 1
        light = True
    if not light:
        in_the_dark += 1
    with lock:
        inside -= 1
        last = inside == 0
    if last:
        light = False


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(in_the_dark, "in the dark")
