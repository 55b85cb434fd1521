"""A re-entrant lock can only be released by who holds it."""
import threading

lock = threading.RLock()


def let_go():
    lock.release()


lock.acquire()
thread = threading.Thread(target=let_go, name="other")
thread.start()
thread.join()
print("released")
