"""Guess the number. Meanwhile a thread counts how long you think."""

import random
import threading

secret = random.randint(1, 20)
thinking = 0
over = threading.Event()


def watch():
    global thinking
    while not over.wait(0.1):
        thinking += 1


watcher = threading.Thread(target=watch, name="watch")
watcher.start()
print("I think of a number from 1 to 20.")
tries = 0
while True:
    try:
        guess = int(input("Your guess: "))
    except ValueError:
        print("A whole number, please.")
        continue
    except EOFError:
        print(f"You give up? It was {secret}.")
        break
    tries += 1
    if guess == secret:
        print(f"Yes! {tries} tries.")
        break
    print("more" if guess < secret else "less")
over.set()
watcher.join()
print(f"You thought for {thinking / 10:.1f} s.")
