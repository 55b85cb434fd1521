"""What a Thread says of itself before, while and after it runs."""

import threading

seen = []


def work(*args, **kwargs):
    me = threading.current_thread()
    seen.append((me.name, me.is_alive(), me.ident == threading.get_ident(), args, kwargs))


thread = threading.Thread(target=work, name="worker", args=(1, 2), kwargs={"unit": "s"})
print(thread.name, thread.ident, thread.is_alive(), thread.daemon)
thread.start()
thread.join()
print(seen)
print(thread.is_alive(), thread.ident is not None, thread.native_id is not None)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
for again in (thread.start, threading.current_thread().join):
    try:
        again()
    except RuntimeError as error:
        print("RuntimeError:", error)
try:
    threading.Thread(target=work).join()
except RuntimeError as error:
    print("RuntimeError:", error)
