"""Two threads write two words each: all six orders."""
import threading

log = []


def write(who):
    log.append(f"{who}1")
    log.append(f"{who}2")


first = threading.Thread(target=write, args=("a",))
second = threading.Thread(target=write, args=("b",))
first.start()
second.start()
first.join()
second.join()
print(*log)
