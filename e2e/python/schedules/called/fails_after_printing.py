"""What was printed belongs to the end of a program in which a thread fails."""
import sys
import threading


def fail():
    raise ValueError("no")


def say():
    sys.stdout.write("says\n")


first = threading.Thread(target=fail, name="first")
second = threading.Thread(target=say)
first.start()
second.start()
sys.stdout.write("main\n")
first.join()
second.join()
