"""The lock covers the call."""
import threading

highest = 0
lock = threading.Lock()


def report(number):
    global highest
    with lock:
        highest = max(highest, number)


def report_3():
    report(3)


def report_5():
    report(5)


first = threading.Thread(target=report_3)
second = threading.Thread(target=report_5)
first.start()
second.start()
first.join()
second.join()
print(highest)
