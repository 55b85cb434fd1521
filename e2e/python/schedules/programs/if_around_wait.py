"""Who wakes takes it for granted that there is something."""
import threading

items = []
condition = threading.Condition()


def consume():
    with condition:
        if not items:
            condition.wait()
        items.pop()


def produce():
    for item in (1, 2):
        with condition:
            items.append(item)
            condition.notify_all()


first = threading.Thread(target=consume, name="first")
second = threading.Thread(target=consume, name="second")
producer = threading.Thread(target=produce)
first.start()
second.start()
producer.start()
first.join()
second.join()
producer.join()
print(items)
