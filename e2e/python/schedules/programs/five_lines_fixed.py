"""Each works on its own, and the results are put together afterwards."""
import threading

one_result = other_result = 0


def one():
    global one_result
    name = "first"
    value = one_result
    value = value + 1
    name = "last"
    one_result = value


def other():
    global other_result
    name = "first"
    value = other_result
    value = value + 1
    name = "last"
    other_result = value


first = threading.Thread(target=one)
second = threading.Thread(target=other)
first.start()
second.start()
first.join()
second.join()
print(one_result + other_result)
