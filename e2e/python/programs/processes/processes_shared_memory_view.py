"""`SharedMemory.buf` does what a memoryview does, and refuses what that refuses."""

import pickle
from multiprocessing import shared_memory


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


block = shared_memory.SharedMemory(create=True, size=16)
view = block.buf
print(type(view).__name__, isinstance(view, memoryview), len(view), view.nbytes, view.format, view.itemsize, view.readonly, view.shape)
view[:] = bytes(range(16))
print(view[3], view[-1], list(view[2:5]), view[::5].tolist(), view[4:0:-1].tobytes(), view[:3] == bytes(range(3)), 7 in view, sum(view))
print(str(view[:0], "utf-8") == "", b"".join([view[:2], b"!"]), bytearray(view[14:]), int.from_bytes(view[1:3], "big"), view[:4].hex())
view[4:8] = bytearray(b"abcd")
view[8:16:4] = b"xy"
print(bytes(view))
with memoryview(view) as other:
    other[0] = 255
with view.cast("B", (4, 4)) as square:
    square[1, 2] = 77
    print(square.ndim, square.strides, square[1, 2], square.tolist()[0])
view[:6] = pickle.dumps(7)[:6].ljust(6)
attempt(view.__setitem__, 0, 256)
attempt(view.__setitem__, 0, "x")
attempt(view.__setitem__, slice(0, 3), b"1234")
attempt(view.__getitem__, 16)
attempt(view.toreadonly().__setitem__, 0, 1)
attempt(hash, view)
attempt(pickle.dumps, view)
part = view[2:4]
attempt(block.close)
part.release()
attempt(part.tobytes)
block.close()
attempt(lambda: block.buf[0])
block.unlink()
