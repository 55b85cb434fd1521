"""The lock covers looking, the call and taking."""
import threading

balance = 100
lock = threading.Lock()


def approve():
    pass


def withdraw():
    global balance
    with lock:
        if balance >= 70:
            approve()
            balance -= 70


first = threading.Thread(target=withdraw)
second = threading.Thread(target=withdraw)
first.start()
second.start()
first.join()
second.join()
print(balance)
