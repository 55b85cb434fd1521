import _thread
import dis
import inspect
import json
import linecache
import os
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import types
import unittest

# values: begin
NAME = "program.py"
PROGRAM = ""
CHECKSUM = 0
RULE = "gil"
EXPECTED = None
FOUND = {"kind": "finished", "text": ""}
WATCH = ()
SECONDS = 0.0
THREADS = ("MainThread",)
ORDER = ()
# values: end

ON_ANY_BUILD = "ON_ANY_BUILD"
"""Set this in the environment to force an order that needs a free-threaded CPython on one with the GIL as well."""
STILL_SECONDS = 0.3
"""A thread that has not moved for this time, in a call of the library that waits, waits there."""
PATIENCE_SECONDS = 1.5 + SECONDS
"""When no thread has moved for this time, none ever will; one that is to move and has not does wait for another."""
LONGEST_SECONDS = 20 + SECONDS
"""No run takes longer than this."""

# places: here


# referee: here

class Report:
    """What came of the run, in a file for the process that asked for it."""

    def __init__(self, path):
        self.path = path
        self.is_written = False
        self.failures = []

    def write(self, said):
        sys.stdout.flush()
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(said, file)
        self.is_written = True

    def note(self, failure):
        """As `threading.excepthook`."""
        if failure.exc_type is not SystemExit:
            self.failures.append(
                "%s: %s" % (failure.thread.name, "".join(traceback.format_exception_only(failure.exc_type, failure.exc_value)).strip())
            )
            threading.__excepthook__(failure) if hasattr(threading, "__excepthook__") else None


def tell_places(referee):
    """Tells the referee of each instruction of the program's before it runs, in all threads."""
    places, entered = referee.places, referee.entered

    def enter(code):
        """A function of the library begins. Until 3.10 it has no name but its own."""
        own = getattr(code, "co_qualname", None)
        here = [place for place in entered if own == place[0] or (own is None and place[0].endswith("." + code.co_name))]
        if not here:
            return sys.monitoring.DISABLE if hasattr(sys, "monitoring") else None
        referee.arrive(here)
        return None

    def begin(code, offset):
        if code not in places:
            return enter(code)
        here = places[code].get(offset, places[code][START])
        # Until 3.10 a generator that goes on stands at its `yield`.
        referee.arrive(here if here[0][2] in ("start", "resume") else places[code][RESUME])
        return None

    def go_on(code, offset):
        here = places[code].get(offset)
        if here is not None and here[0][2] not in ("start", "resume"):
            referee.arrive(here)

    if hasattr(sys, "monitoring"):
        events = sys.monitoring.events
        tool = sys.monitoring.DEBUGGER_ID
        sys.monitoring.use_tool_id(tool, "forced order")
        sys.monitoring.register_callback(tool, events.PY_START, begin)
        sys.monitoring.register_callback(tool, events.PY_RESUME, begin)
        sys.monitoring.register_callback(tool, events.INSTRUCTION, go_on)
        sys.monitoring.set_events(tool, events.PY_START if entered else 0)
        for code in places:
            wanted = events.PY_START | events.INSTRUCTION
            suspends = code.co_flags & (inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR)
            sys.monitoring.set_local_events(tool, code, wanted | events.PY_RESUME if suspends else wanted)
        return

    def trace(frame, event, argument):
        if frame.f_code not in places:
            if event == "call":
                enter(frame.f_code)
            return None
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        begin(frame.f_code, frame.f_lasti)
        return trace_instructions

    def trace_instructions(frame, event, argument):
        if event == "opcode":
            go_on(frame.f_code, frame.f_lasti)
        return trace_instructions

    threading.settrace(trace)
    sys.settrace(trace)


def run_in_order(path, source):
    """Runs the program in this process, in the order of ORDER."""
    report = Report(path)
    code = compile(source, NAME, "exec", dont_inherit=True)
    linecache.cache[NAME] = (len(source), None, source.splitlines(True), NAME)
    referee = Referee(places_of(code, source))
    places = referee.places
    start_thread, bootstrap = threading.Thread.start, threading.Thread._bootstrap_inner

    def start(thread):
        # Threads have numbers in the order in which they are started.
        referee.started.append(thread)
        referee.idents.append(None)
        thread.number_in_order = len(referee.started)
        try:
            start_thread(thread)
        except BaseException:
            if not thread.is_alive() and referee.idents[thread.number_in_order] is None:
                referee.started.remove(thread)
                del referee.idents[thread.number_in_order]
            raise

    def begin(thread):
        referee.idents[thread.number_in_order] = _thread.get_ident()
        bootstrap(thread)

    threading.Thread.start = start
    threading.Thread._bootstrap_inner = begin
    threading.excepthook = report.note
    main = types.ModuleType("__main__")
    main.__file__ = NAME
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    sys.argv = [NAME]
    _thread.start_new_thread(referee.watch, (report,))
    tell_places(referee)
    try:
        exec(code, vars(main))
    except SystemExit:
        pass
    except BaseException as error:
        report.failures.insert(0, "".join(traceback.format_exception_only(type(error), error)).strip())
        traceback.print_exc()
    referee.main_has_ended = True
    for thread in list(referee.started):
        if not thread.daemon:
            thread.join()
    for name in WATCH:
        print("%s = %r" % (name, vars(main).get(name)))
    report.write({"kind": "ended", "failures": report.failures, "why_free": referee.why_free})
    sys.stderr.flush()
    # Daemons may still live.
    os._exit(0)


def has_gil():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


def is_unchanged():
    """Whether PROGRAM is still the program that the order was found for, by its FNV-1a checksum."""
    checksum = 0x811C9DC5
    for byte in PROGRAM.encode():
        checksum = (checksum ^ byte) * 0x01000193 & 0xFFFFFFFF
    return checksum == CHECKSUM


def in_words(place):
    function, line, what, count = place
    return "%s, in %s%s%s" % (what, function or "the program itself", ": " + line if line else "", ", no. %d" % count if count > 1 else "")


class FailingOrder(unittest.TestCase):
    maxDiff = None

    def test_order(self):
        if RULE == "free-threaded" and has_gil() and ON_ANY_BUILD not in os.environ:
            self.skipTest(
                "this Python has the GIL, with which threads never switch at these places by themselves. "
                "A free-threaded Python can, such as python3.14t; %s=1 forces the order here, too." % ON_ANY_BUILD
            )
        said, printed, errors = self.run_apart()
        if said["kind"] == "deadlock":
            self.fail("deadlock: all threads wait for ever.\n" + "\n".join(said["stacks"]))
        if said["kind"] == "endless":
            self.fail("no end within %d seconds.\n%s" % (LONGEST_SECONDS, "\n".join(said["stacks"])))
        if said["failures"]:
            self.fail("an exception: %s\n%s" % (said["failures"][0], errors))
        if EXPECTED is not None and printed not in EXPECTED:
            self.fail("expected %s, got %r" % (" or ".join(map(repr, EXPECTED)), printed))
        if EXPECTED is None and FOUND["kind"] == "finished" and printed == FOUND["text"]:
            self.fail("got %r, to which this order leads" % printed)
        why = said["why_free"]
        waits = why is not None and why["kind"] == "waits"
        if waits and is_unchanged():
            self.fail("this Python did not keep the order: %s waits at line %s." % (THREADS[why["thread"]], why["line"]))
        elif waits:
            print(
                "The order is not possible any more: %s waits at line %s. The program ended as it should."
                % (THREADS[why["thread"]], why["line"])
            )
        elif why is None:
            print("This Python took the order, and the program ended as it should.")
        elif why["kind"] == "unstarted":
            self.fail("this Python did not start %s when it was to take its turn." % THREADS[why["thread"]])
        else:
            self.fail("this Python did not come to that place: %s." % in_words(why["place"]))

    def run_apart(self):
        """Runs the program in a process of its own, so that it can be ended."""
        flags = ["-X", "gil=" + sys._xoptions["gil"]] if "gil" in sys._xoptions else []
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "report.json")
            command = [sys.executable, *flags, os.path.abspath(__file__), "--in-order", path]
            try:
                done = subprocess.run(
                    command, stdin=subprocess.DEVNULL, capture_output=True, timeout=2 * LONGEST_SECONDS, encoding="utf-8"
                )
            except subprocess.TimeoutExpired:
                self.fail("no end within %d seconds, and it could not be asked where it is." % (2 * LONGEST_SECONDS))
            if not os.path.exists(path):
                self.fail("the process ended by itself (%s).\n%s" % (done.returncode, done.stderr))
            with open(path, encoding="utf-8") as file:
                return json.load(file), done.stdout, done.stderr


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in-order"]:
        run_in_order(sys.argv[2], PROGRAM)
    else:
        unittest.main()
