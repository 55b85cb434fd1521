"""
Finds out where threads give up the GIL, and prints it as JSON.

    python3 tools/rules-places.py SECONDS

Two threads run functions that between them have every kind of instruction. A third looks, again and again, at the frames of the
two: while it runs they do not, so each stands at the instruction at which it gave up the GIL. Nothing is added to the code under
watch, and so no place at which the interpreter would look.
"""

import collections
import dis
import json
import sys
import threading
import time

SWITCH_INTERVAL_SECONDS = 1e-6
PAUSE_SECONDS = 2e-5
AFTER_YIELD_FROM = 2

number = 0
text = ""
items = [1, 2, 3]
prices = {"pear": 3, "plum": 2}
lock = threading.Lock()


class Plain:
    share = 0

    def __init__(self):
        self.own = 0


class Watched:
    def __init__(self, value=0):
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __add__(self, other):
        return self

    def __lt__(self, other):
        return True

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return True

    def __str__(self):
        return "watched"

    def __bool__(self):
        return True

    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        pass

    def __contains__(self, key):
        return True

    def __iter__(self):
        return iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def __del__(self):
        pass


plain = Plain()
watched = Watched()


def operators():
    global number, text
    number += 1
    number = number * 2 - number // 3 + (number & 7) % 5
    text = text[:3] + "a"
    plain.own += 1
    plain.own -= 1
    Plain.share += 1
    items[0] += 1
    items[1], items[2] = items[2], items[1]
    prices["pear"] += 1
    number = -number if number > 1000 else ~number & 1023


def comparisons():
    a, b = 1, 2
    same = a < b < 3 <= number or a == b != number
    there = a in items and "pear" in prices and "x" not in prices
    return same and there is not None and not a


def displays():
    a, *b = items
    c = [a, *b, 4]
    d = {"a": a, **prices}
    e = {a, 2, 3}
    f = (a, c, d, e)
    del d["a"]
    first, second, third, fourth = f
    return f"{a} {number:5} {text!r} {first}" + text + str.__name__


def exceptions():
    try:
        prices["none"]
    except KeyError as error:
        kept = error
    finally:
        del kept
    try:
        raise ValueError
    except (TypeError, ValueError):
        pass


def closures():
    cell = 0

    def add():
        nonlocal cell
        cell += 1
        cell += 1

    add()
    add()
    cell += 1
    return cell


def more(value=0, *others, name=None, **named):
    return value


def only_python_calls():
    more()
    more(1)
    more(1, 2, 3)
    more(value=1, name=2)
    plain.own = more(plain.own)
    return more(number) + 1


def c_calls():
    len(items)
    isinstance(items, list)
    int("3")
    type(items)
    str(3)
    tuple(items)
    abs(number)
    max(*items)
    sorted(items, reverse=True)
    "a b".split()
    items.append(3)
    items.pop()
    Plain()


def implicit_calls():
    global number
    watched.value += 1
    watched[1] = watched[2]
    number = number if watched + watched < watched else 0
    return f"{watched}" if watched and 3 in watched else {watched: 1}[watched]


def finalisers():
    one = Watched()
    del one


def loops():
    for _ in items:
        pass
    for _ in range(3):
        continue
    count = 0
    while count < 3:
        count += 1
    while True:
        if count == 5:
            break
        count += 1


def comprehensions():
    a = [item + 1 for item in items]
    b = {key: value + 1 for key, value in prices.items()}
    return a, b, sum(item for item in items)


def numbers():
    yield 1
    received = yield 2
    yield received


def delegating():
    yield from numbers()
    yield from items


def generators():
    for _ in delegating():
        pass
    return next(numbers())


async def answer():
    return 42


async def awaiting():
    return await answer()


def coroutines():
    try:
        awaiting().send(None)
    except StopIteration:
        pass


def contexts():
    with lock_of_thread.lock:
        pass
    with watched as entered, watched:
        del entered


def keys():
    copy = items.copy()
    copy.sort(key=more)
    prices.get("pear")


lock_of_thread = threading.local()
watch = (
    operators,
    comparisons,
    displays,
    exceptions,
    closures,
    only_python_calls,
    c_calls,
    implicit_calls,
    finalisers,
    loops,
    comprehensions,
    generators,
    coroutines,
    contexts,
    keys,
)


def work():
    lock_of_thread.lock = threading.Lock()
    while not is_over:
        for function in watch:
            function()


PLACES_3_10 = {"CALL_FUNCTION", "CALL_METHOD", "CALL_FUNCTION_KW", "CALL_FUNCTION_EX", "JUMP_ABSOLUTE", "YIELD_VALUE"}
# A specialised PRECALL of 3.11 makes the call itself.
PLACES = {"CALL", "CALL_KW", "CALL_FUNCTION_EX", "JUMP_BACKWARD", "PRECALL"}
JUMP_BACKWARD_3_11 = "POP_JUMP_BACKWARD_IF_"


def is_place(instruction, following, function):
    """
    Whether the rule says that a thread may give up the GIL at the end of this instruction of a function. None stands for what
    comes before the first; `following` is the one after it, or None.
    """
    name = instruction.opname if instruction else "start"
    if sys.version_info < (3, 11):
        # 3.10 also looks where an exception has found its handler; these two raise here.
        raises = function == exceptions.__name__ and name in {"RAISE_VARARGS", "BINARY_SUBSCR"}
        return name == "start" or name in PLACES_3_10 or name.startswith("POP_JUMP_IF_") or raises
    if name == "RESUME":
        return instruction.arg & 3 < AFTER_YIELD_FROM
    if name in PLACES:
        # Python functions look when they begin, their callers do not when they have returned.
        return not ("CALL" in name and function == only_python_calls.__name__)
    # A specialised COMPARE_OP of 3.11 makes the jump that follows itself.
    jump = following.opname if name == "COMPARE_OP" and following else name
    return jump.startswith(JUMP_BACKWARD_3_11)


def sample(worker, seconds):
    """Where the worker stood, by code and offset, and how often."""
    seen = collections.Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(PAUSE_SECONDS)
        frame = sys._current_frames()[worker]
        offset = frame.f_lasti
        # A frame that went on meanwhile, and perhaps ended, says nothing.
        if sys._current_frames()[worker] is frame and frame.f_code.co_filename == __file__:
            seen[frame.f_code, offset] += 1
    return seen


def sort_out(seen):
    """Counts of the instructions at which threads stood, and of those that are no place of the rule."""
    after, elsewhere = collections.Counter(), collections.Counter()
    for (code, offset), count in seen.items():
        instructions = list(dis.get_instructions(code))
        at = next((index for index, instruction in enumerate(instructions) if instruction.offset == offset), None)
        instruction, following = (None, None) if at is None else [*instructions[at : at + 2], None][:2]
        name = instruction.opname if instruction else "start"
        if is_place(instruction, following, code.co_name):
            after[name] += count
        else:
            elsewhere[f"{name} in {code.co_name}"] += count
    return after, elsewhere


if __name__ == "__main__":
    is_over = False
    workers = [threading.Thread(target=work, daemon=True) for _ in range(2)]
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    for worker in workers:
        worker.start()
    after, elsewhere = sort_out(sample(workers[0].ident, float(sys.argv[1])))
    is_over = True
    for worker in workers:
        worker.join()
    samples = sum(after.values()) + sum(elsewhere.values())
    print(json.dumps({"samples": samples, "after": dict(after.most_common()), "elsewhere": dict(elsewhere)}))
