"""stack_size, settrace and setprofile for threads: what each thread calls is seen."""

import threading

print(threading.stack_size() >= 0)
called = []


def profile(frame, event, arg):
    if event == "call" and frame.f_code.co_name in ("work", "helper"):
        called.append(frame.f_code.co_name)


def helper():
    return 1


def work():
    helper()
    helper()


threading.setprofile(profile)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.setprofile(None)
print(called, threading.getprofile() if hasattr(threading, "getprofile") else None)
