"""Processes that wait for a signal: Event, Condition and Barrier."""

import multiprocessing


def runner(start, finish, places, turn):
    start.wait()
    with turn:
        places.value += 1
        turn.notify_all()
    finish.wait()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    start, finish, turn = context.Event(), context.Barrier(3), context.Condition()
    places = context.Value("i", 0)
    processes = [context.Process(target=runner, args=(start, finish, places, turn)) for _ in range(2)]
    for process in processes:
        process.start()
    print(start.is_set(), start.wait(0.02), places.value)
    start.set()
    with turn:
        print(turn.wait_for(lambda: places.value == 2, timeout=30))
    print(places.value, start.is_set(), finish.parties)
    finish.wait()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])
    start.clear()
    print(start.is_set())
