"""What does a child find in its memory? That depends on how it was started."""

import multiprocessing
import os

file_run_by = os.getpid()
notes = ["written by the file"]


def look(parent, given):
    given.append("written by the child")
    who = {parent: "the parent", os.getpid(): "the child"}.get(file_run_by, "the server")
    print(f"  the file was run by {who}")
    print(f"  notes: {notes}")
    print(f"  given: {given}", flush=True)


def main():
    notes.append("written by main")
    for method in multiprocessing.get_all_start_methods():
        print(method)
        given = ["written by main"]
        context = multiprocessing.get_context(method)
        child = context.Process(target=look, args=(os.getpid(), given))
        child.start()
        child.join()
        print(f"  given, in the parent: {given}")


if __name__ == "__main__":
    main()
