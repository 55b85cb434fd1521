"""A process that starts a process, a class of one's own, and a daemon that may not."""

import multiprocessing


def grandchild(results):
    results.put(multiprocessing.current_process().name)


class Child(multiprocessing.get_context("spawn").Process):
    def __init__(self, results):
        super().__init__()
        self.results = results

    def run(self):
        self.results.put(self.name)
        process = multiprocessing.get_context("spawn").Process(target=grandchild, args=(self.results,))
        try:
            process.start()
            process.join()
            self.results.put(process.exitcode)
        except AssertionError as error:
            self.results.put(f"AssertionError: {error}")


if __name__ == "__main__":
    results = multiprocessing.get_context("spawn").SimpleQueue()
    child = Child(results)
    child.start()
    print([results.get() for _ in range(3)])
    child.join()
    child = Child(results)
    child.daemon = True
    child.start()
    print([results.get() for _ in range(2)])
    child.join()
    print(child.exitcode)
