"""The first reader locks the room and the last one unlocks it; but who is the first, and who the last?"""
import threading

room = threading.Lock()
readers = 0


def read():
    global readers
    readers += 1
    if readers == 1:
        room.acquire()
    readers -= 1
    if readers == 0:
        room.release()


first = threading.Thread(target=read, name="first")
second = threading.Thread(target=read, name="second")
first.start()
second.start()
first.join()
second.join()
print(room.locked())
