"""Ada and Ben each add one to a counter, and one of the two updates may be lost."""

from threading import Thread

counter = 0


def think():
    pass


def turn():
    global counter
    seen = counter
    think()
    counter = seen + 1


ada = Thread(name="Ada", target=turn)
ben = Thread(name="Ben", target=turn)
ada.start()
ben.start()
ada.join()
ben.join()
print(counter)
