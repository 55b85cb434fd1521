"""Main says for whom it works. Does a thread that it starts know that?"""

import contextvars
import sys
import threading

user = contextvars.ContextVar("user", default="nobody")


def work(how):
    print(f"{how}: for {user.get()}")


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


inherits = getattr(sys.flags, "thread_inherit_context", None)
print("thread_inherit_context:", "not in this Python" if inherits is None else bool(inherits))

user.set("Ada")
run(work, "just started")
run(contextvars.copy_context().run, work, "in a copy of the context")
run(contextvars.Context().run, work, "in an empty context")
