"""Chained exceptions in a thread: both tracebacks are shown, in order."""

import threading


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"bad number {text!r}") from error


def deeper(text):
    try:
        parse(text)
    finally:
        print("cleaning up")


thread = threading.Thread(target=deeper, args=("seven",), name="parser")
thread.start()
thread.join()
print("alive:", thread.is_alive())
