"""Blocks of shared memory: several processes read and write the same bytes, in each of the ways that there are."""

import ctypes
import struct
from multiprocessing import get_context, shared_memory


def fill(name):
    block = shared_memory.SharedMemory(name=name)
    print(bytes(block.buf[:5]), flush=True)
    block.buf[:5] = b"HELLO"
    struct.pack_into("<i", block.buf, 8, -7)
    with block.buf.cast("i") as numbers:
        numbers[4] = 99
    numbers = (ctypes.c_int * 2).from_buffer(block.buf, 20)
    numbers[:] = 11, 12
    del numbers
    block.close()


def count(block, lock, times):
    for _ in range(times):
        with lock:
            (number,) = struct.unpack_from("<q", block.buf, 24)
            struct.pack_into("<q", block.buf, 24, number + 1)


if __name__ == "__main__":
    context = get_context("spawn")
    block = shared_memory.SharedMemory(create=True, size=32)
    block.buf[:5] = b"hello"
    process = context.Process(target=fill, args=(block.name,))
    process.start()
    process.join()
    print(bytes(block.buf[:5]), struct.unpack_from("<i", block.buf, 8), block.buf[16:24].hex(), list(block.buf[20:22]))
    block.buf[24:] = bytes(8)
    lock = context.Lock()
    processes = [context.Process(target=count, args=(block, lock, 30)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(int.from_bytes(block.buf[24:32], "little"), block.size, len(block.buf))
    block.close()
    block.unlink()
