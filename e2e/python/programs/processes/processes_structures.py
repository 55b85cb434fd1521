"""Value and Array of ctypes' structures and of every kind of number: the example of the documentation."""

from ctypes import Structure, c_bool, c_double, c_ubyte
from multiprocessing import get_context
from multiprocessing.sharedctypes import Array, Value


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


def modify(number, fraction, text, points, point):
    number.value **= 2
    fraction.value **= 2
    text.value = text.value.upper()
    for each in points:
        each.x **= 2
        each.y **= 2
    point.x += 5


def count(point):
    for _ in range(20):
        with point.get_lock():
            point.x += 1


if __name__ == "__main__":
    context = get_context("spawn")
    lock = context.Lock()
    number, fraction, text = context.Value("i", 7), Value(c_double, 1.0 / 3.0, lock=False), context.Array("c", b"hello world", lock=lock)
    points, point = Array(Point, [(1.875, -6.25), (-5.75, 2.0), (2.375, 9.5)], lock=lock), Value(Point, 1.0, 2.0, ctx=context)
    process = context.Process(target=modify, args=(number, fraction, text, points, point))
    process.start()
    process.join()
    print(number.value, fraction.value, text.value, [(each.x, each.y) for each in points], point.x, point.y)
    processes = [context.Process(target=count, args=(point,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(point.x)
    kinds = ("b", -5), ("B", 255), ("h", 40000), ("q", 2**40), ("Q", 2**63), ("d", 2), ("f", 0.5), (c_bool, 1), (c_ubyte, 300), ("i", 2**31)
    print([Value(kind, value, ctx=context).value for kind, value in kinds])
