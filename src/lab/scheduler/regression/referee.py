class Referee:
    """Lets the program's threads run in turns, as ORDER has them: one at a time, from one place to the next. After the last turn all are free to run."""

    def __init__(self, places):
        self.places = places
        entered = {place for _, passed, _ in ORDER for place in passed if place[2] == "enter"}
        """Where functions of the library begin that the program's operators call."""
        known = entered.union(name for by_offset in places.values() for names in by_offset.values() for name in names)
        self.entered = entered
        self.turns = [
            (thread, [place for place in passed if place in known], stop) for thread, passed, stop in ORDER
        ]
        self.absent = [
            passed[-1] for _, passed, stop in ORDER if stop == "place" and passed[-1] not in known
        ]
        self.guard = _thread.allocate_lock()
        self.turn = 0
        self.passed = 0
        self.free = False
        self.why_free = None
        self.started = []
        self.idents = [_thread.get_ident()]
        self.main_has_ended = False
        self.parked = {}
        if not self.turns or self.absent:
            self.let_go({"kind": "absent", "place": self.absent[0]} if self.absent else None)

    def number_of(self, ident):
        return self.idents.index(ident) if ident in self.idents else None

    def lives(self, number):
        if number == 0:
            return not self.main_has_ended
        return number <= len(self.started) and self.started[number - 1].is_alive()

    def arrive(self, names):
        """Called by a thread of the program before each instruction of the program's: comes back when that may run."""
        ident = _thread.get_ident()
        is_new_here = True
        while True:
            with self.guard:
                number = None if self.free else self.number_of(ident)
                if number is None:
                    return
                if is_new_here and number == self.turns[self.turn][0]:
                    # While no other thread lives there is nobody to take turns with.
                    if any(thread.is_alive() for thread in self.started):
                        is_new_here = False
                        self.match(names)
                if self.free or number == self.turns[self.turn][0]:
                    return
                baton = _thread.allocate_lock()
                baton.acquire()
                self.parked[number] = baton
            baton.acquire()

    def match(self, names):
        _, passed, stop = self.turns[self.turn]
        if self.passed < len(passed) and passed[self.passed] in names:
            self.passed += 1
            if self.passed == len(passed) and stop == "place":
                self.next_turn()

    def next_turn(self):
        self.turn += 1
        self.passed = 0
        if self.turn == len(self.turns):
            self.let_go(None)
        else:
            self.wake(self.turns[self.turn][0])

    def wake(self, number):
        baton = self.parked.pop(number, None)
        if baton is not None:
            baton.release()

    def let_go(self, why):
        """No more turns: `why` the order is not kept, if it is not."""
        self.free = True
        self.why_free = why
        for number in list(self.parked):
            self.wake(number)

    def watch(self, report):
        """Sees threads end and wait, and that the run comes to an end; on a thread of its own, which belongs to no turn."""
        began = time.monotonic()
        seen = {}
        while not report.is_written:
            time.sleep(0.005)
            now = time.monotonic()
            frames = sys._current_frames()
            with self.guard:
                for number in range(len(self.idents)):
                    frame = frames.get(self.idents[number])
                    at = None if frame is None else (id(frame), frame.f_lasti)
                    if number in self.parked or seen.get(number, (None,))[0] != at:
                        seen[number] = at, now
                del frames
                frame = None
                if not self.free:
                    self.judge(seen, now)
                alive = [number for number in range(len(self.idents)) if self.lives(number)]
                waits = [number for number in alive if now - seen.get(number, (None, now))[1] > PATIENCE_SECONDS]
                if self.free and alive and waits == alive:
                    report.write({"kind": "deadlock", "stacks": self.stacks()})
                elif now - began > LONGEST_SECONDS:
                    report.write({"kind": "endless", "stacks": self.stacks()})
                else:
                    continue
            os._exit(0)

    def judge(self, seen, now):
        """Whether the turn under way is over, or cannot be ended as it should."""
        number, passed, stop = self.turns[self.turn]
        if number >= len(self.idents):
            if all(other in self.parked for other in range(len(self.idents)) if self.lives(other)):
                self.let_go({"kind": "unstarted", "thread": number})
            return
        if not self.lives(number):
            if self.passed < len(passed):
                self.let_go({"kind": "ended", "thread": number, "place": passed[-1]})
            else:
                self.next_turn()
            return
        still = now - seen.get(number, (None, now))[1]
        if stop == "wait" and self.passed == len(passed) and still > STILL_SECONDS:
            self.next_turn()
        elif still > PATIENCE_SECONDS:
            self.let_go({"kind": "waits", "thread": number, "line": self.line_of(number)})

    def line_of(self, number):
        frame = sys._current_frames().get(self.idents[number])
        while frame is not None and frame.f_code not in self.places:
            frame = frame.f_back
        return None if frame is None else frame.f_lineno

    def stacks(self):
        frames = sys._current_frames()
        return [
            (THREADS[number] if number < len(THREADS) else "thread %d" % number)
            + ":\n"
            + "".join(
                traceback.format_list(
                    [
                        entry
                        for entry in traceback.extract_stack(frames[self.idents[number]])
                        if os.path.abspath(entry.filename) != os.path.abspath(__file__)
                    ]
                )
            )
            for number in range(len(self.idents))
            if self.lives(number) and self.idents[number] in frames
        ]
