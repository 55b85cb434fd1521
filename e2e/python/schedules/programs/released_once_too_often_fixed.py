"""`with` returns each permit once."""
import threading

permits = threading.BoundedSemaphore(1)


def careful():
    with permits:
        pass


first = threading.Thread(target=careful)
second = threading.Thread(target=careful)
first.start()
second.start()
first.join()
second.join()
print("all returned")
