"""A barrier for three, and only two come."""
import threading

barrier = threading.Barrier(3)

first = threading.Thread(target=barrier.wait)
second = threading.Thread(target=barrier.wait)
first.start()
second.start()
first.join()
second.join()
print("together")
