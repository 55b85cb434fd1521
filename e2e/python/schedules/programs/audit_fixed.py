"""Both use the lock."""
import threading

checking, savings = 100, 0
total = None
lock = threading.Lock()


def transfer():
    global checking, savings
    with lock:
        checking -= 30
        savings += 30


def audit():
    global total
    with lock:
        total = checking + savings


first = threading.Thread(target=transfer)
second = threading.Thread(target=audit)
first.start()
second.start()
first.join()
second.join()
print(total)
