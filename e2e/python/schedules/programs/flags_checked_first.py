"""Each looks whether the other is inside, then says that it is: both may get in."""
import threading

wants = [False, False]
inside = most = 0


def enter(me):
    global inside, most
    if not wants[1 - me]:
        wants[me] = True
        inside += 1
        most = max(most, inside)
        inside -= 1
        wants[me] = False


first = threading.Thread(target=enter, args=(0,))
second = threading.Thread(target=enter, args=(1,))
first.start()
second.start()
first.join()
second.join()
print(most)
