"""Room for two where there should be one."""
import threading

room = threading.Semaphore(2)
inside = most = 0


def enter():
    global inside, most
    with room:
        inside += 1
        most = max(most, inside)
        inside -= 1


first = threading.Thread(target=enter)
second = threading.Thread(target=enter)
first.start()
second.start()
first.join()
second.join()
print(most)
