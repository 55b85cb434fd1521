"""Under one lock one of them comes second, and sees the other."""
import threading

left = right = False
left_saw = right_saw = None
lock = threading.Lock()


def go_left():
    global left, left_saw
    with lock:
        left_saw = right
        left = True


def go_right():
    global right, right_saw
    with lock:
        right_saw = left
        right = True


first = threading.Thread(target=go_left)
second = threading.Thread(target=go_right)
first.start()
second.start()
first.join()
second.join()
print(left_saw, right_saw)
