"""Ada and Ben wait for a dish each. Kim serves two, one by one."""

import threading

table = []
eaten = 0
changed = threading.Condition()


def eat():
    global eaten
    with changed:
        if not table:
            changed.wait()
        table.pop()
        eaten += 1


def serve():
    for number in range(2):
        with changed:
            table.append(number)
            changed.notify()


ada = threading.Thread(target=eat, name="Ada")
ben = threading.Thread(target=eat, name="Ben")
kim = threading.Thread(target=serve, name="Kim")
ada.start()
ben.start()
kim.start()
ada.join()
ben.join()
kim.join()
print(f"{eaten} eaten")
