"""Each thread has a user of its own."""
import threading

request = threading.local()
greetings = []


def handle(name):
    request.user = name
    greet(name)


def greet(name):
    greetings.append(f"{name} as {request.user}")


first = threading.Thread(target=handle, args=("Ann",))
second = threading.Thread(target=handle, args=("Bob",))
first.start()
second.start()
first.join()
second.join()
print(*sorted(greetings), sep=", ")
