"""
Tries the schedules of programs under a rule on this Python, and prints as JSON, a line for each program, what they come to.

    python3 tools/rules-search.py gil|freeThreaded PREEMPTIONS PROGRAM ...

It tries all schedules with at most so many preemptions. One thread of the program runs at a time and hands over where the rule lets it;
`sys.monitoring` tells the places, so Python 3.12 or later is wanted. The program gets a `threading` whose threads and locks obey. Under
`freeThreaded` a function in C is one step. What is found here owes nothing to the scheduler of the page, nor to luck.
"""

import _thread
import collections
import dis
import functools
import io
import json
import sys
import types

TOOL = 3
MOST_SCHEDULES = 20_000
CALLS = {"CALL", "CALL_KW", "CALL_FUNCTION_EX"}
ACCESSES = CALLS | set(
    "LOAD_GLOBAL STORE_GLOBAL LOAD_DEREF STORE_DEREF LOAD_ATTR STORE_ATTR BINARY_OP BINARY_SUBSCR STORE_SUBSCR DELETE_SUBSCR "
    "CONTAINS_OP FOR_ITER TO_BOOL POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE".split()
)
"""Instructions that may read or write what threads share. Too many of them cost time, and no outcome."""
LIBRARY = (collections.Counter.__missing__.__code__, functools.cached_property.__get__.__code__)
"""Functions of the library that programs enter, in Python."""

events = sys.monitoring.events
rule = ""
run = None
stored_globals = set()
instructions = {}


class Baton:
    """A thread waits here until it is its turn."""

    def __init__(self):
        self.lock = _thread.allocate_lock()
        self.lock.acquire()

    def wait(self):
        self.lock.acquire()

    def hand_over(self):
        self.lock.release()


class Run:
    """One schedule: the choices to make, then the first of what there is. Notes the choices made and what else there was."""

    def __init__(self, choices):
        self.choices = choices
        self.made = []
        self.threads = []
        self.current = None
        self.main = Baton()
        self.is_going = False
        self.failures = []

    def choose(self, options, is_preemption):
        """Gives one of the options. Taking another than the first of them preempts a thread, or does not."""
        if len(options) == 1:
            return options[0]
        at = len(self.made)
        choice = self.choices[at] if at < len(self.choices) else 0
        self.made.append((choice, len(options), is_preemption))
        return options[choice]

    def ready(self):
        return [
            thread for thread in self.threads if not thread.has_ended and not (thread.awaits and thread.awaits.is_held)
        ]

    def may_switch(self):
        """Lets others go on, or not."""
        thread = self.current
        chosen = self.choose([thread, *(other for other in self.ready() if other is not thread)], True)
        if chosen is not thread:
            self.current = chosen
            chosen.baton.hand_over()
            thread.baton.wait()

    def leave(self):
        """The current thread cannot go on: another does, or the main thread when there is none."""
        options = self.ready()
        self.current = self.choose(options, False) if options else None
        (self.current.baton if self.current else self.main).hand_over()


class Thread:
    def __init__(self, target, name=None):
        self.target = target
        self.name = name
        self.baton = Baton()
        self.has_ended = False
        self.awaits = None
        self.last = {}

    def start(self):
        run.threads.append(self)
        _thread.start_new_thread(self.live, ())

    def live(self):
        self.baton.wait()
        try:
            self.target()
        except Exception as error:
            run.failures.append(f"{self.name}: {type(error).__name__}: {error}")
        self.has_ended = True
        run.leave()

    def join(self):
        """What the main thread does beyond starting and joining does not matter to these programs: it joins all at once."""
        if not run.is_going:
            run.is_going = True
            run.leave()
            run.main.wait()
            assert all(thread.has_ended for thread in run.threads), "deadlock"


class Lock:
    is_held = False

    def acquire(self):
        wait_while_held(self)
        self.is_held = True

    def release(self):
        self.is_held = False

    def __enter__(self):
        self.acquire()

    def __exit__(self, *exception):
        self.release()


class Event:
    is_held = True

    def set(self):
        self.is_held = False

    def wait(self):
        wait_while_held(self)


def wait_while_held(something):
    thread = run.current
    while something.is_held:
        thread.awaits = something
        run.leave()
        thread.baton.wait()
        thread.awaits = None


def is_watched():
    """The main thread calls functions of the program as well, before and after."""
    return run is not None and run.current is not None


def on_entry(code, offset):
    """RESUME looks, and any rule switches where CPython with the GIL does."""
    if is_watched():
        run.may_switch()


def on_call(code, offset, callee, argument):
    """A call of a Python function does not look when that has returned. The locks here stand for those in C."""
    if not is_watched():
        return
    function = getattr(callee, "__func__", callee)
    if isinstance(function, types.FunctionType) and function.__code__.co_filename != __file__:
        run.current.last[sys._getframe(1)] = None


def on_raise(code, offset, exception):
    """An instruction that raises does not get as far as to look."""
    if is_watched():
        run.current.last.pop(sys._getframe(1), None)


def on_instruction(code, offset):
    if not is_watched():
        return
    frame = sys._getframe(1)
    instruction = instructions[code][offset]
    last = run.current.last.get(frame)
    if rule == "gil":
        if last == "JUMP_BACKWARD" or last in CALLS:
            run.may_switch()
    elif instruction.opname in ACCESSES and (
        instruction.opname != "LOAD_GLOBAL" or instruction.argval in stored_globals
    ):
        run.may_switch()
    run.current.last[frame] = instruction.opname


def codes_of(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes_of(constant)


def watch(code):
    """Asks to be told what the functions of a program do."""
    functions = [*codes_of(code)][1:] + list(LIBRARY)
    for function in functions:
        instructions[function] = {instruction.offset: instruction for instruction in dis.get_instructions(function)}
        wanted = events.PY_START | events.PY_RESUME | events.CALL | events.INSTRUCTION
        sys.monitoring.set_local_events(TOOL, function, wanted)
    stored_globals.clear()
    for function in functions:
        names = (one.argval for one in instructions[function].values() if one.opname == "STORE_GLOBAL")
        stored_globals.update(names)


def outcome_of(code):
    printed = io.StringIO()
    stdout, sys.stdout = sys.stdout, printed
    try:
        exec(code, {"__name__": "__main__"})
    except Exception as error:
        run.failures.append(f"{type(error).__name__}: {error}")
    finally:
        sys.stdout = stdout
    return run.failures[0] if run.failures else printed.getvalue().rstrip("\n")


def search(path, most_preemptions):
    """Gives the number of schedules and, by outcome, how many came to it."""
    global run
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    watch(code)
    counts = {}
    left = [[]]
    schedules = 0
    while left and schedules < MOST_SCHEDULES:
        choices = left.pop()
        run = Run(choices)
        outcome = outcome_of(code)
        counts[outcome] = counts.get(outcome, 0) + 1
        schedules += 1
        preemptions = 0
        for at, (choice, options, is_preemption) in enumerate(run.made):
            if at >= len(choices) and preemptions + is_preemption <= most_preemptions:
                before = [choice for choice, _, _ in run.made[:at]]
                left.extend([*before, other] for other in range(1, options))
            preemptions += is_preemption and choice > 0
    return {"schedules": schedules, "complete": not left, "counts": counts}


if __name__ == "__main__":
    rule, most_preemptions = sys.argv[1], int(sys.argv[2])
    stand_in = types.ModuleType("threading")
    stand_in.Thread, stand_in.Lock, stand_in.Event = Thread, Lock, Event
    real = sys.modules.get("threading")
    sys.modules["threading"] = stand_in
    sys.monitoring.use_tool_id(TOOL, "rules-search")
    for event, callback in (
        (events.PY_START, on_entry),
        (events.PY_RESUME, on_entry),
        (events.CALL, on_call),
        (events.RAISE, on_raise),
        (events.INSTRUCTION, on_instruction),
    ):
        sys.monitoring.register_callback(TOOL, event, callback)
    sys.monitoring.set_events(TOOL, events.RAISE)
    for path in sys.argv[3:]:
        print(json.dumps({"path": path, **search(path, most_preemptions)}), flush=True)
    if real:
        sys.modules["threading"] = real
    else:
        del sys.modules["threading"]
