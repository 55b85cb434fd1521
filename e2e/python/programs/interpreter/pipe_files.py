"""Files on both ends of pipes: text and bytes, buffered and not, and readers that share one."""
import os
import threading

r, w = os.pipe()
with open(w, "wb", buffering=0) as raw:
    print(type(raw).__name__, raw.write(b"one\ntwo\nthree"))
with os.fdopen(r, "rb") as data:
    print(data.peek(3)[:3], data.readline(), data.read(2), data.read(), data.read())

r, w = os.pipe()
lines = []
source, sink = os.fdopen(r), os.fdopen(w, "w", encoding="utf-8")
print(type(source).__name__, source.mode, sink.mode, source.closed, source.seekable())


def reader():
    for line in source:
        lines.append(line)


thread = threading.Thread(target=reader)
thread.start()
print("grüß", "dich", file=sink, flush=True)
sink.write("no newline")
sink.close()
thread.join()
print(lines)
source.close()

r, w = os.pipe()
source = os.fdopen(r, "rb")
found = []
threads = [threading.Thread(target=lambda: found.extend(iter(source.readline, b""))) for _ in range(3)]
for thread in threads:
    thread.start()
with open(w, "wb") as sink:
    sink.writelines(b"line %d\n" % n for n in range(6))
for thread in threads:
    thread.join()
print(sorted(found))
try:
    os.fdopen(os.pipe()[0], "r+")
except OSError as error:
    print(error)
