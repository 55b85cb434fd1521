"""The result is read before anybody has waited for it."""
import threading

result = None


def compute():
    global result
    result = 42


thread = threading.Thread(target=compute)
thread.start()
print(result)
thread.join()
