"""A thread waits for a process that has ended, while another thread starts the next one, which may get its place: each knows its own."""

import multiprocessing
import threading


def end(code):
    raise SystemExit(code)


def start_and_join(number, found):
    for turn in range(4):
        process = context.Process(target=end, args=(10 * number + turn,))
        process.start()
        process.join()
        found.append(process.exitcode)


context = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    for turn in range(5):
        ended = context.Process(target=end, args=(turn,))
        ended.start()
        joiner = threading.Thread(target=ended.join)
        joiner.start()
        while multiprocessing.active_children():
            pass
        following = context.Process(target=end, args=(0,))
        following.start()
        joiner.join()
        ended.terminate()
        ended.kill()
        following.join()
        print(ended.exitcode, following.exitcode)
    found = []
    threads = [threading.Thread(target=start_and_join, args=(number, found)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(found))
