"""An exception ends its thread, is shown, and does not reach the main thread."""

import threading


def parse(text):
    number = int(text)
    print("number", number)


for text in ("5", "six", "7"):
    thread = threading.Thread(target=parse, args=(text,), name=f"parse-{text}")
    thread.start()
    thread.join()
print("main goes on")
