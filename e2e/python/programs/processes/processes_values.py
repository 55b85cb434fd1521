"""Numbers and arrays in memory that processes share."""

import ctypes
import multiprocessing


def change(number, half, numbers, letters, raw):
    number.value += 1
    half.value /= 2
    for index in range(len(numbers)):
        numbers[index] *= 10
    numbers[-1] = 7
    letters.value = b"hi"
    raw[1:3] = [20, 30]


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    number, half = context.Value("i", 41), context.Value(ctypes.c_double, 5.0, lock=False)
    numbers, letters = context.Array("i", [1, 2, 3]), context.Array("c", b"hello")
    raw = context.RawArray("h", 4)
    process = context.Process(target=change, args=(number, half, numbers, letters, raw))
    process.start()
    process.join()
    print(number.value, half.value, numbers[:], len(numbers), letters.value, raw[:], list(raw))
    with number.get_lock():
        number.value = 2**31
    print(number.value)
    try:
        numbers[3] = 1
    except IndexError as error:
        print("IndexError:", error)
    try:
        number.value = "text"
    except TypeError as error:
        print("TypeError")
    print(str(number).startswith("<Synchronized wrapper for c_"))
