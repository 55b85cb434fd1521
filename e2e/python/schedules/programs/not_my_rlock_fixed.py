"""A plain lock by anybody."""
import threading

lock = threading.Lock()


def let_go():
    lock.release()


lock.acquire()
thread = threading.Thread(target=let_go, name="other")
thread.start()
lock.acquire()
print("released")
