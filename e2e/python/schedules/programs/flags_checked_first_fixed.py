"""Each says that it wants to, then looks: at most one gets in, though perhaps none."""
import threading

wants = [False, False]
inside = most = 0


def enter(me):
    global inside, most
    wants[me] = True
    if not wants[1 - me]:
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
