"""Each thread looks at the other's flag, then raises its own."""
import threading

left = right = False
left_saw = right_saw = None


def go_left():
    global left, left_saw
    left_saw = right
    left = True


def go_right():
    global right, right_saw
    right_saw = left
    right = True


first = threading.Thread(target=go_left)
second = threading.Thread(target=go_right)
first.start()
second.start()
first.join()
second.join()
print(left_saw, right_saw)
