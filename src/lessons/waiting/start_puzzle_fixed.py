"""Kim starts a race with a shot. Ada looks whether it has been."""

import threading

shots = 0
heard = None
start = threading.Condition()


def run():
    global heard
    with start:
        while shots == 0:
            start.wait()
        heard = shots


def fire():
    global shots
    with start:
        shots += 1
        start.notify()


ada = threading.Thread(target=run, name="Ada")
kim = threading.Thread(target=fire, name="Kim")
ada.start()
kim.start()
ada.join()
kim.join()
print("Ada ran after", heard, "shot")
