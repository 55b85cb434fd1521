"""What is everybody's, the last one overwrites."""
import threading

user = None
greetings = []


def handle(name):
    global user
    user = name
    greet(name)


def greet(name):
    greetings.append(f"{name} as {user}")


first = threading.Thread(target=handle, args=("Ann",))
second = threading.Thread(target=handle, args=("Bob",))
first.start()
second.start()
first.join()
second.join()
print(*sorted(greetings), sep=", ")
