"""Trace and profile functions of threads see the program and the library, never what lies beneath, and may wait themselves."""

import sys
import threading
import time
import trace

lock = threading.Lock()


def work():
    with lock:
        time.sleep(0.01)
    return 1


seen = {}


def tracer(frame, event, arg):
    if frame.f_code is work.__code__:
        time.sleep(0.002)
        seen.setdefault(threading.current_thread().name, []).append(event)
    return tracer


threading.settrace(tracer)
threads = [threading.Thread(target=work, name=name) for name in ("one", "two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
threading.settrace(None)
print(seen["one"] == seen["two"], seen["one"][0], seen["one"][-1], sys.gettrace())

calls = []
sys.setprofile(lambda frame, event, arg: calls.append((frame.f_code.co_name, event)))
work()
sys.setprofile(None)
print([call for call in calls if not call[1].startswith("c_")])

tracing = trace.Trace(count=True, trace=False)
tracing.runfunc(work)
print(sorted({name for name, _ in tracing.results().counts if not name.endswith("trace.py")}) == [__file__])
