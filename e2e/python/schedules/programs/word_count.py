"""The same with an item of a dictionary."""
import threading

counts = {"the": 0}


def count(word):
    counts[word] = counts.get(word, 0) + 1


first = threading.Thread(target=count, args=("the",))
second = threading.Thread(target=count, args=("the",))
first.start()
second.start()
first.join()
second.join()
print(counts)
