"""sched runs by time, then priority; events can be cancelled, and made while it runs."""

import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
start = time.monotonic()
log = []


def note(word, more=False):
    log.append((word, round(time.monotonic() - start, 1)))
    if more:
        scheduler.enter(0.1, 1, note, kwargs={"word": "made later"})


scheduler.enter(0.2, 1, note, ("second",))
scheduler.enter(0.1, 1, note, ("first", True))
same = start + 0.3
scheduler.enterabs(same, 2, note, ("low priority",))
scheduler.enterabs(same, 1, note, ("high priority",))
never = scheduler.enter(0.15, 1, note, ("never",))
scheduler.cancel(never)
print(len(scheduler.queue), scheduler.empty())
scheduler.run()
print(*(word for word, _ in log), sep="\n")
print(scheduler.empty(), log[-1][1])
